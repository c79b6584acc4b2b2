/** Factor sets in the database. */
@NullMarked
package org.carbonpublicity.disclosure.footprint.persistence;

import org.jspecify.annotations.NullMarked;
