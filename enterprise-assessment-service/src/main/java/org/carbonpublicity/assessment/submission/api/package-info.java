/** Submissions over HTTP. */
@NullMarked
package org.carbonpublicity.assessment.submission.api;

import org.jspecify.annotations.NullMarked;
