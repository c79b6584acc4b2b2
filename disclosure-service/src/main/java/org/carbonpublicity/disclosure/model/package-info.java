/** Vehicle models: their information as stated, and the revisions of their footprints. */
@NullMarked
package org.carbonpublicity.disclosure.model;

import org.jspecify.annotations.NullMarked;
