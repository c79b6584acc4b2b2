/** Top runners in the database. */
@NullMarked
package org.carbonpublicity.rating.toprunner.persistence;

import org.jspecify.annotations.NullMarked;
