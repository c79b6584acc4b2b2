/** Evidence in the database. */
@NullMarked
package org.carbonpublicity.assessment.evidence.persistence;

import org.jspecify.annotations.NullMarked;
