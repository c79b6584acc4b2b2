/** Answers that an enterprise gathers before it submits them. */
@NullMarked
package org.carbonpublicity.assessment.survey;

import org.jspecify.annotations.NullMarked;
