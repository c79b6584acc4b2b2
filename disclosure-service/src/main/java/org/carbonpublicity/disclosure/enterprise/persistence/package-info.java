/** Enterprises in the database. */
@NullMarked
package org.carbonpublicity.disclosure.enterprise.persistence;

import org.jspecify.annotations.NullMarked;
