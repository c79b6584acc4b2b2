/** Publications in the database. */
@NullMarked
package org.carbonpublicity.disclosure.publication.persistence;

import org.jspecify.annotations.NullMarked;
