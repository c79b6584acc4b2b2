/** An edition as reporting sees it: rows counted in, carried forward and published as one whole. */
@NullMarked
package org.carbonpublicity.reporting.edition;

import org.jspecify.annotations.NullMarked;
