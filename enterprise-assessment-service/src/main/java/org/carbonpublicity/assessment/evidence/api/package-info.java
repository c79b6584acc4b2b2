/** Evidence over HTTP. */
@NullMarked
package org.carbonpublicity.assessment.evidence.api;

import org.jspecify.annotations.NullMarked;
