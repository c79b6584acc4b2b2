/** From the outbox to the broker. */
@NullMarked
package org.carbonpublicity.messaging.relay;

import org.jspecify.annotations.NullMarked;
