/** What is told of stars. */
@NullMarked
package org.carbonpublicity.assessment.result.events;

import org.jspecify.annotations.NullMarked;
