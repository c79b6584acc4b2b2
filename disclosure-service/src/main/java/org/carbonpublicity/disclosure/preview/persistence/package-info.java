/** Previews in the database. */
@NullMarked
package org.carbonpublicity.disclosure.preview.persistence;

import org.jspecify.annotations.NullMarked;
