/** The declared topics and their creation. */
@NullMarked
package org.carbonpublicity.messaging.topics;

import org.jspecify.annotations.NullMarked;
