/** Brands over HTTP. */
@NullMarked
package org.carbonpublicity.disclosure.brand.api;

import org.jspecify.annotations.NullMarked;
