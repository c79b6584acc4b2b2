/** Who did what, when and from which file: append-only, and chained by hashes. */
@NullMarked
package org.carbonpublicity.audit;

import org.jspecify.annotations.NullMarked;
