/** Footprints and publications in the database. */
@NullMarked
package org.carbonpublicity.rating.publication.persistence;

import org.jspecify.annotations.NullMarked;
