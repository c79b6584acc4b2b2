/** Updates from the database. */
@NullMarked
package org.carbonpublicity.reporting.update.persistence;

import org.jspecify.annotations.NullMarked;
