/** Enterprises over HTTP. */
@NullMarked
package org.carbonpublicity.disclosure.enterprise.api;

import org.jspecify.annotations.NullMarked;
