/** Files of the editions, and the differences of their models. */
@NullMarked
package org.carbonpublicity.reporting.opendata.persistence;

import org.jspecify.annotations.NullMarked;
