/** Enterprises in the database. */
@NullMarked
package org.carbonpublicity.assessment.enterprise.persistence;

import org.jspecify.annotations.NullMarked;
