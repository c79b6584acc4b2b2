/** Feedback forms of automakers, with recalculation. */
@NullMarked
package org.carbonpublicity.disclosure.feedback;

import org.jspecify.annotations.NullMarked;
