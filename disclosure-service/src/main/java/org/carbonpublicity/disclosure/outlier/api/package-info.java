/** The outlier queue over HTTP. */
@NullMarked
package org.carbonpublicity.disclosure.outlier.api;

import org.jspecify.annotations.NullMarked;
