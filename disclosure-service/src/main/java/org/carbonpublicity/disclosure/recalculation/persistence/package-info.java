/** Recalculation in the database. */
@NullMarked
package org.carbonpublicity.disclosure.recalculation.persistence;

import org.jspecify.annotations.NullMarked;
