/** Enterprises as rated: registered, renamed, found by any of their names. */
@NullMarked
package org.carbonpublicity.disclosure.enterprise;

import org.jspecify.annotations.NullMarked;
