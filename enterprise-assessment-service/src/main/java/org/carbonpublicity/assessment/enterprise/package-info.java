/** The enterprises that may be assessed. */
@NullMarked
package org.carbonpublicity.assessment.enterprise;

import org.jspecify.annotations.NullMarked;
