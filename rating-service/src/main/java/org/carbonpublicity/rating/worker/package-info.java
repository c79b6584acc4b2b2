/** Threads that take one step after another. */
@NullMarked
package org.carbonpublicity.rating.worker;

import org.jspecify.annotations.NullMarked;
