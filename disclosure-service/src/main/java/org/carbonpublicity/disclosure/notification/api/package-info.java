/** Notifications over HTTP. */
@NullMarked
package org.carbonpublicity.disclosure.notification.api;

import org.jspecify.annotations.NullMarked;
