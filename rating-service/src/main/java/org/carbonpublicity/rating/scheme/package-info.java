/** Rating schemes: how a footprint becomes a class, and which scheme is in force. */
@NullMarked
package org.carbonpublicity.rating.scheme;

import org.jspecify.annotations.NullMarked;
