/** What disclosure-service is asked. */
@NullMarked
package org.carbonpublicity.rating.improvement.client;

import org.jspecify.annotations.NullMarked;
