/** Statements on the service's database. */
@NullMarked
package org.carbonpublicity.reporting.jdbc;

import org.jspecify.annotations.NullMarked;
