/** Science-based carbon targets of enterprises: commitment, path, panel, disclosure, progress. */
@NullMarked
package org.carbonpublicity.assessment.carbontarget;

import org.jspecify.annotations.NullMarked;
