/** Registration files over HTTP. */
@NullMarked
package org.carbonpublicity.disclosure.registration.api;

import org.jspecify.annotations.NullMarked;
