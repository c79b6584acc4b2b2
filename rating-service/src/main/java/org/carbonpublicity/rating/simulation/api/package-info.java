/** The API of simulations. */
@NullMarked
package org.carbonpublicity.rating.simulation.api;

import org.jspecify.annotations.NullMarked;
