/** The outlier queue in the database. */
@NullMarked
package org.carbonpublicity.disclosure.outlier.persistence;

import org.jspecify.annotations.NullMarked;
