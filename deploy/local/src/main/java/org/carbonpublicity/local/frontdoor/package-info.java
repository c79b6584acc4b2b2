/** The one port behind which all services are reached. */
@NullMarked
package org.carbonpublicity.local.frontdoor;

import org.jspecify.annotations.NullMarked;
