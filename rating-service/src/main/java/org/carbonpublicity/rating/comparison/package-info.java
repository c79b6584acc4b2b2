/** What moved between two editions, and why. */
@NullMarked
package org.carbonpublicity.rating.comparison;

import org.jspecify.annotations.NullMarked;
