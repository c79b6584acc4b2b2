/** Publications as they arrive: footprints, and the announcement of how many there are. */
@NullMarked
package org.carbonpublicity.rating.publication;

import org.jspecify.annotations.NullMarked;
