/** Notifications in the database. */
@NullMarked
package org.carbonpublicity.disclosure.notification.persistence;

import org.jspecify.annotations.NullMarked;
