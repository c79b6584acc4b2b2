/** Answers to a guideline, as enterprises submit them. */
@NullMarked
package org.carbonpublicity.assessment.submission;

import org.jspecify.annotations.NullMarked;
