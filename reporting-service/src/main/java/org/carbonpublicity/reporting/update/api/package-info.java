/** Updates as server-sent events. */
@NullMarked
package org.carbonpublicity.reporting.update.api;

import org.jspecify.annotations.NullMarked;
