/** The versioned questionnaires. */
@NullMarked
package org.carbonpublicity.assessment.guideline;

import org.jspecify.annotations.NullMarked;
