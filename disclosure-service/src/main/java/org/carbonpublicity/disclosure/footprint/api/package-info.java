/** Factor sets and what-if calculations over HTTP. */
@NullMarked
package org.carbonpublicity.disclosure.footprint.api;

import org.jspecify.annotations.NullMarked;
