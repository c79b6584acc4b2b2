/** What every answer of this service has in common: problems and strict query parameters. */
@NullMarked
package org.carbonpublicity.reporting.http;

import org.jspecify.annotations.NullMarked;
