/** Brands: what they are called, and the country that their style is of. */
@NullMarked
package org.carbonpublicity.disclosure.brand;

import org.jspecify.annotations.NullMarked;
