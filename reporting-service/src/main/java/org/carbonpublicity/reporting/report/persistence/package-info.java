/** Documents of the editions, and which edition readers see. */
@NullMarked
package org.carbonpublicity.reporting.report.persistence;

import org.jspecify.annotations.NullMarked;
