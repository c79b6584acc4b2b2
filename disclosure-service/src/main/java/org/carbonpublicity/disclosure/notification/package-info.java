/** What an automaker must know, told in its language. */
@NullMarked
package org.carbonpublicity.disclosure.notification;

import org.jspecify.annotations.NullMarked;
