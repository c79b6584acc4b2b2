/** Guidelines in the database. */
@NullMarked
package org.carbonpublicity.assessment.guideline.persistence;

import org.jspecify.annotations.NullMarked;
