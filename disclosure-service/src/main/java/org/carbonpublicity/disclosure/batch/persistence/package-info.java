/** Batches in the database. */
@NullMarked
package org.carbonpublicity.disclosure.batch.persistence;

import org.jspecify.annotations.NullMarked;
