/** Surveys over HTTP. */
@NullMarked
package org.carbonpublicity.assessment.survey.api;

import org.jspecify.annotations.NullMarked;
