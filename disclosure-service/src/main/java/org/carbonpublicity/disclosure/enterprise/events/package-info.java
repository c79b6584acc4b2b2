/** What enterprises tell the platform. */
@NullMarked
package org.carbonpublicity.disclosure.enterprise.events;

import org.jspecify.annotations.NullMarked;
