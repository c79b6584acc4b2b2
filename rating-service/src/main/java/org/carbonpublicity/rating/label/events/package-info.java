/** The events that tell of labels. */
@NullMarked
package org.carbonpublicity.rating.label.events;

import org.jspecify.annotations.NullMarked;
