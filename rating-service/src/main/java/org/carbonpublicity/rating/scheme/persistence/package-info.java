/** Rating schemes and their activations in the database. */
@NullMarked
package org.carbonpublicity.rating.scheme.persistence;

import org.jspecify.annotations.NullMarked;
