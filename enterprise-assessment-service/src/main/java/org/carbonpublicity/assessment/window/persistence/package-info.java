/** Windows in the database. */
@NullMarked
package org.carbonpublicity.assessment.window.persistence;

import org.jspecify.annotations.NullMarked;
