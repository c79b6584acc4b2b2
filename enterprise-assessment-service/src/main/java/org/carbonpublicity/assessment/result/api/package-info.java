/** Assessments over HTTP. */
@NullMarked
package org.carbonpublicity.assessment.result.api;

import org.jspecify.annotations.NullMarked;
