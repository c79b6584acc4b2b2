/** What is told of submissions, and heard by ourselves. */
@NullMarked
package org.carbonpublicity.assessment.submission.events;

import org.jspecify.annotations.NullMarked;
