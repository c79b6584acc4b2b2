/** Plain JDBC in the caller's transaction. */
@NullMarked
package org.carbonpublicity.assessment.jdbc;

import org.jspecify.annotations.NullMarked;
