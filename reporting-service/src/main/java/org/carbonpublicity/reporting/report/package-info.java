/** Tables and figures of an edition, computed from exact counts and sums. Plain Java. */
@NullMarked
package org.carbonpublicity.reporting.report;

import org.jspecify.annotations.NullMarked;
