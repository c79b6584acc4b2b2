/** Files of rows: CSV and workbooks, read safely. */
@NullMarked
package org.carbonpublicity.reporting.sales.file;

import org.jspecify.annotations.NullMarked;
