/** Corrections and errata over HTTP. */
@NullMarked
package org.carbonpublicity.disclosure.correction.api;

import org.jspecify.annotations.NullMarked;
