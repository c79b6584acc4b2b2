/** Events of the enterprise assessment service. */
@NullMarked
package org.carbonpublicity.reporting.stars.events;

import org.jspecify.annotations.NullMarked;
