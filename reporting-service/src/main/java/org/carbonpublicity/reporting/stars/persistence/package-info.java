/** Published results and guidelines. */
@NullMarked
package org.carbonpublicity.reporting.stars.persistence;

import org.jspecify.annotations.NullMarked;
