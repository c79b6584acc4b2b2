/** Reviews and appeals over HTTP. */
@NullMarked
package org.carbonpublicity.assessment.review.api;

import org.jspecify.annotations.NullMarked;
