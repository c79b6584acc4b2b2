/** Tables and figures over HTTP. */
@NullMarked
package org.carbonpublicity.reporting.report.api;

import org.jspecify.annotations.NullMarked;
