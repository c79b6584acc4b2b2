/** Plain JDBC in the caller's transaction. */
@NullMarked
package org.carbonpublicity.disclosure.jdbc;

import org.jspecify.annotations.NullMarked;
