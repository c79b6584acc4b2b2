/** When enterprises answer a guideline, and how what they answer is reviewed. */
@NullMarked
package org.carbonpublicity.assessment.window;

import org.jspecify.annotations.NullMarked;
