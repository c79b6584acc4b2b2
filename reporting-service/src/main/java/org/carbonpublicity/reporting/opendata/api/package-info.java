/** Open data over HTTP. */
@NullMarked
package org.carbonpublicity.reporting.opendata.api;

import org.jspecify.annotations.NullMarked;
