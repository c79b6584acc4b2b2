/** Where sessions, participants and certificates are kept. */
@NullMarked
package org.carbonpublicity.assessment.training.persistence;

import org.jspecify.annotations.NullMarked;
