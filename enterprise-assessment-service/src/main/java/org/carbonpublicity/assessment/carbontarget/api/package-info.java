/** Carbon targets over HTTP. */
@NullMarked
package org.carbonpublicity.assessment.carbontarget.api;

import org.jspecify.annotations.NullMarked;
