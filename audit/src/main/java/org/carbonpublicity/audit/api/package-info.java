/** The audit trail over HTTP. */
@NullMarked
package org.carbonpublicity.audit.api;

import org.jspecify.annotations.NullMarked;
