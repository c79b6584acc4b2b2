/** What sales hear of enterprises. */
@NullMarked
package org.carbonpublicity.reporting.sales.events;

import org.jspecify.annotations.NullMarked;
