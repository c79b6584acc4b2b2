/** Guidelines, submissions, scoring and stars. */
@NullMarked
package org.carbonpublicity.assessment;

import org.jspecify.annotations.NullMarked;
