/** The events that tell of editions and ratings. */
@NullMarked
package org.carbonpublicity.rating.edition.events;

import org.jspecify.annotations.NullMarked;
