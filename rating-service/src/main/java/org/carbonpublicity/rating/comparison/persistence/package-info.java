/** Comparisons of editions in SQL. */
@NullMarked
package org.carbonpublicity.rating.comparison.persistence;

import org.jspecify.annotations.NullMarked;
