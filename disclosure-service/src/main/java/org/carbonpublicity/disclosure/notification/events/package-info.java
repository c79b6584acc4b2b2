/** What is told of notifications. */
@NullMarked
package org.carbonpublicity.disclosure.notification.events;

import org.jspecify.annotations.NullMarked;
