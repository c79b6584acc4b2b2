/** Corrections in the database. */
@NullMarked
package org.carbonpublicity.disclosure.correction.persistence;

import org.jspecify.annotations.NullMarked;
