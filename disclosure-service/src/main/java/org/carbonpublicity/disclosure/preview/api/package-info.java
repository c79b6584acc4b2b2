/** Previews over HTTP. */
@NullMarked
package org.carbonpublicity.disclosure.preview.api;

import org.jspecify.annotations.NullMarked;
