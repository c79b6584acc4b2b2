/** Simulations: what a scheme would make of an edition, before it is put in force. */
@NullMarked
package org.carbonpublicity.rating.simulation;

import org.jspecify.annotations.NullMarked;
