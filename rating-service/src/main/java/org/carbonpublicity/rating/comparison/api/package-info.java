/** Comparisons of editions over HTTP. */
@NullMarked
package org.carbonpublicity.rating.comparison.api;

import org.jspecify.annotations.NullMarked;
