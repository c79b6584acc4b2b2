/** Improvements over HTTP. */
@NullMarked
package org.carbonpublicity.rating.improvement.api;

import org.jspecify.annotations.NullMarked;
