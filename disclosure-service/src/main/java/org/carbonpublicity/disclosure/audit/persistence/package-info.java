/** The audit trail in the database. */
@NullMarked
package org.carbonpublicity.disclosure.audit.persistence;

import org.jspecify.annotations.NullMarked;
