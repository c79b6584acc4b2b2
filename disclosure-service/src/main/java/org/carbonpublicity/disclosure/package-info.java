/** Enterprises, batches, vehicle models, feedback forms and the footprint calculation. */
@NullMarked
package org.carbonpublicity.disclosure;

import org.jspecify.annotations.NullMarked;
