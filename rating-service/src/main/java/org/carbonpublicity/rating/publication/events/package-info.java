/** What this service hears from disclosure. */
@NullMarked
package org.carbonpublicity.rating.publication.events;

import org.jspecify.annotations.NullMarked;
