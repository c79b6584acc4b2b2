/** What is told of certificates. */
@NullMarked
package org.carbonpublicity.assessment.training.events;

import org.jspecify.annotations.NullMarked;
