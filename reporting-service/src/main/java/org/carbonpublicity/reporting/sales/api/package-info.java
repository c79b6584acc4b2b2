/** Sales over HTTP. */
@NullMarked
package org.carbonpublicity.reporting.sales.api;

import org.jspecify.annotations.NullMarked;
