/** Rates all published vehicle models, one consistent edition after the other. */
@NullMarked
package org.carbonpublicity.rating;

import org.jspecify.annotations.NullMarked;
