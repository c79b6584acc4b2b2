/** How assessors review a submission and appeals against what they decided. */
@NullMarked
package org.carbonpublicity.assessment.review;

import org.jspecify.annotations.NullMarked;
