/** Guidelines over HTTP. */
@NullMarked
package org.carbonpublicity.assessment.guideline.api;

import org.jspecify.annotations.NullMarked;
