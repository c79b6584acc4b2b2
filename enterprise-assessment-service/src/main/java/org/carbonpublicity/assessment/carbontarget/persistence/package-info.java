/** Where carbon targets and sector pathways are kept. */
@NullMarked
package org.carbonpublicity.assessment.carbontarget.persistence;

import org.jspecify.annotations.NullMarked;
