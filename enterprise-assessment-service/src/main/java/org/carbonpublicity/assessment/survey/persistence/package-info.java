/** Surveys in the database. */
@NullMarked
package org.carbonpublicity.assessment.survey.persistence;

import org.jspecify.annotations.NullMarked;
