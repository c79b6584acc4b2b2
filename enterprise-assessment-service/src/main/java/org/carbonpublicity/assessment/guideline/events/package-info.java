/** What is told of guidelines. */
@NullMarked
package org.carbonpublicity.assessment.guideline.events;

import org.jspecify.annotations.NullMarked;
