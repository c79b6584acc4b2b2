/** Feedback forms over HTTP. */
@NullMarked
package org.carbonpublicity.disclosure.feedback.api;

import org.jspecify.annotations.NullMarked;
