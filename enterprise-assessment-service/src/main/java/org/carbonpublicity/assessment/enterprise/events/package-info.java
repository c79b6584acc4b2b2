/** What is heard of enterprises. */
@NullMarked
package org.carbonpublicity.assessment.enterprise.events;

import org.jspecify.annotations.NullMarked;
