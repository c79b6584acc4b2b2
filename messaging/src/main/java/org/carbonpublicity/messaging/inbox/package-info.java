/** From the broker to the handlers, each event once in effect. */
@NullMarked
package org.carbonpublicity.messaging.inbox;

import org.jspecify.annotations.NullMarked;
