/** Submissions in the database. */
@NullMarked
package org.carbonpublicity.assessment.submission.persistence;

import org.jspecify.annotations.NullMarked;
