/** What is told of reviews and appeals. */
@NullMarked
package org.carbonpublicity.assessment.review.events;

import org.jspecify.annotations.NullMarked;
