/** Events of the rating service. */
@NullMarked
package org.carbonpublicity.reporting.edition.events;

import org.jspecify.annotations.NullMarked;
