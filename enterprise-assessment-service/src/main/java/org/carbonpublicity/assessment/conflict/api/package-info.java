/** Conflicts of interest over HTTP. */
@NullMarked
package org.carbonpublicity.assessment.conflict.api;

import org.jspecify.annotations.NullMarked;
