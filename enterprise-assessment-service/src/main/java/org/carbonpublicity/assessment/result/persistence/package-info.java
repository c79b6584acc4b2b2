/** Assessments in the database. */
@NullMarked
package org.carbonpublicity.assessment.result.persistence;

import org.jspecify.annotations.NullMarked;
