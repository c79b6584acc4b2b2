/** Top runners over HTTP. */
@NullMarked
package org.carbonpublicity.rating.toprunner.api;

import org.jspecify.annotations.NullMarked;
