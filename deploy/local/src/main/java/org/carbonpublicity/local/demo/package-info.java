/** Loads the demo data as the people of the platform would: through the public APIs only. */
@NullMarked
package org.carbonpublicity.local.demo;

import org.jspecify.annotations.NullMarked;
