/** Writing of the files, and their storage in pieces. */
@NullMarked
package org.carbonpublicity.reporting.opendata.file;

import org.jspecify.annotations.NullMarked;
