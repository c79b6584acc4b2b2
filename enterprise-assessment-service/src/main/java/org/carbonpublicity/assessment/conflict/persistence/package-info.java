/** Conflicts of interest in the database. */
@NullMarked
package org.carbonpublicity.assessment.conflict.persistence;

import org.jspecify.annotations.NullMarked;
