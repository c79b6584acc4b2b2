/** Plain JDBC in the caller's transaction. */
@NullMarked
package org.carbonpublicity.rating.jdbc;

import org.jspecify.annotations.NullMarked;
