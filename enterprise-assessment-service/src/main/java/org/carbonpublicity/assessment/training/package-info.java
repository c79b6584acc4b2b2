/** Training sessions, their participants, and the certificates they earn. */
@NullMarked
package org.carbonpublicity.assessment.training;

import org.jspecify.annotations.NullMarked;
