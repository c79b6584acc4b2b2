/** Feedback forms in the database. */
@NullMarked
package org.carbonpublicity.disclosure.feedback.persistence;

import org.jspecify.annotations.NullMarked;
