/** Editions and ratings over HTTP. */
@NullMarked
package org.carbonpublicity.rating.edition.api;

import org.jspecify.annotations.NullMarked;
