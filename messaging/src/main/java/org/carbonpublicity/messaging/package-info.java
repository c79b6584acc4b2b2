/** What the services use of messaging: the outbox they append to and the handlers they offer. */
@NullMarked
package org.carbonpublicity.messaging;

import org.jspecify.annotations.NullMarked;
