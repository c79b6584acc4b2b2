/** The life-cycle footprint of a vehicle: plain Java, nothing but arithmetic. */
@NullMarked
package org.carbonpublicity.disclosure.footprint;

import org.jspecify.annotations.NullMarked;
