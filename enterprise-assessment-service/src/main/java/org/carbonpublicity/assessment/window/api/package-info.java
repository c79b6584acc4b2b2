/** Windows over HTTP. */
@NullMarked
package org.carbonpublicity.assessment.window.api;

import org.jspecify.annotations.NullMarked;
