/** Training over HTTP. */
@NullMarked
package org.carbonpublicity.assessment.training.api;

import org.jspecify.annotations.NullMarked;
