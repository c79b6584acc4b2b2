/** The lowest footprints of an edition, per category or any coarser group. */
@NullMarked
package org.carbonpublicity.rating.toprunner;

import org.jspecify.annotations.NullMarked;
