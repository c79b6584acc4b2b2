/** Disclosure rounds: opened, filled, reviewed, published. */
@NullMarked
package org.carbonpublicity.disclosure.batch;

import org.jspecify.annotations.NullMarked;
