/** Simulations in the database. */
@NullMarked
package org.carbonpublicity.rating.simulation.persistence;

import org.jspecify.annotations.NullMarked;
