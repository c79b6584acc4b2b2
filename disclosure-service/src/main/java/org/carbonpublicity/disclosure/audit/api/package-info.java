/** The audit trail over HTTP. */
@NullMarked
package org.carbonpublicity.disclosure.audit.api;

import org.jspecify.annotations.NullMarked;
