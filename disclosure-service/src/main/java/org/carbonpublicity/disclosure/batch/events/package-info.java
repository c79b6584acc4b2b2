/** What batches tell the platform. */
@NullMarked
package org.carbonpublicity.disclosure.batch.events;

import org.jspecify.annotations.NullMarked;
