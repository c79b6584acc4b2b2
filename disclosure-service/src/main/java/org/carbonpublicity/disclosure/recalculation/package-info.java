/** Recalculation of batches whose review is closed, by the factors in force. */
@NullMarked
package org.carbonpublicity.disclosure.recalculation;

import org.jspecify.annotations.NullMarked;
