/** Labels over HTTP, and the pages on which people verify them. */
@NullMarked
package org.carbonpublicity.rating.label.api;

import org.jspecify.annotations.NullMarked;
