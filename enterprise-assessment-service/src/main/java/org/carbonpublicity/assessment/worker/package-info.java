/** Threads that take one step after another. */
@NullMarked
package org.carbonpublicity.assessment.worker;

import org.jspecify.annotations.NullMarked;
