/** How answers become a score and a score becomes stars. */
@NullMarked
package org.carbonpublicity.assessment.scoring;

import org.jspecify.annotations.NullMarked;
