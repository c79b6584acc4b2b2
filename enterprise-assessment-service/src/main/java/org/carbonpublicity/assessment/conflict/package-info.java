/** Which assessors are in conflict of interest with which enterprises. */
@NullMarked
package org.carbonpublicity.assessment.conflict;

import org.jspecify.annotations.NullMarked;
