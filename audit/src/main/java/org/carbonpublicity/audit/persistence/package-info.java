/** The audit trail in the database. */
@NullMarked
package org.carbonpublicity.audit.persistence;

import org.jspecify.annotations.NullMarked;
