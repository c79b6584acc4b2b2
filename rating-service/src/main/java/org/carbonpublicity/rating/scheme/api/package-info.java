/** Rating schemes over HTTP. */
@NullMarked
package org.carbonpublicity.rating.scheme.api;

import org.jspecify.annotations.NullMarked;
