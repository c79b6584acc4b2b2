/** Scored submissions: awarded, confirmed, published. */
@NullMarked
package org.carbonpublicity.assessment.result;

import org.jspecify.annotations.NullMarked;
