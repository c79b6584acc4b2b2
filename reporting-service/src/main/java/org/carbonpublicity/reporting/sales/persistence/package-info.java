/** Sales, aliases and registered series, with all their revisions. */
@NullMarked
package org.carbonpublicity.reporting.sales.persistence;

import org.jspecify.annotations.NullMarked;
