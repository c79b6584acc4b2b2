/** Files by which an enterprise shows that an answer is true. */
@NullMarked
package org.carbonpublicity.assessment.evidence;

import org.jspecify.annotations.NullMarked;
