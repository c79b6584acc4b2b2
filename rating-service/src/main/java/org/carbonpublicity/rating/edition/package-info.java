/** Editions: complete re-ratings of all published models, one after the other. */
@NullMarked
package org.carbonpublicity.rating.edition;

import org.jspecify.annotations.NullMarked;
