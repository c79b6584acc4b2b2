/** How fast the flow is, beside what the same work costs with the drivers alone. */
@NullMarked
package org.carbonpublicity.benchmark;

import org.jspecify.annotations.NullMarked;
