/** Events that could not be handled, and their second chance. */
@NullMarked
package org.carbonpublicity.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
