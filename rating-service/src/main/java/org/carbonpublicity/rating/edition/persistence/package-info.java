/** Editions, their ratings and category means in the database. */
@NullMarked
package org.carbonpublicity.rating.edition.persistence;

import org.jspecify.annotations.NullMarked;
