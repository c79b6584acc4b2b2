/** How brands are kept. */
@NullMarked
package org.carbonpublicity.disclosure.brand.persistence;

import org.jspecify.annotations.NullMarked;
