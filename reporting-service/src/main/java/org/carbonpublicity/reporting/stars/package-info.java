/** Results of the enterprise assessment as members read them. */
@NullMarked
package org.carbonpublicity.reporting.stars;

import org.jspecify.annotations.NullMarked;
