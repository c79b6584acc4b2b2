/** The footprints a publication tells of. */
@NullMarked
package org.carbonpublicity.disclosure.publication.events;

import org.jspecify.annotations.NullMarked;
