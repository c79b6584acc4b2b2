/** What is told of carbon targets. */
@NullMarked
package org.carbonpublicity.assessment.carbontarget.events;

import org.jspecify.annotations.NullMarked;
