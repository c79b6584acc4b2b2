/** What feedback tells the platform. */
@NullMarked
package org.carbonpublicity.disclosure.feedback.events;

import org.jspecify.annotations.NullMarked;
