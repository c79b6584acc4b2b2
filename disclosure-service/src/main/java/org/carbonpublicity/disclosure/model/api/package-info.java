/** Vehicle models and their import over HTTP. */
@NullMarked
package org.carbonpublicity.disclosure.model.api;

import org.jspecify.annotations.NullMarked;
