/** Reviews and appeals in the database. */
@NullMarked
package org.carbonpublicity.assessment.review.persistence;

import org.jspecify.annotations.NullMarked;
