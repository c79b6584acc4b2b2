/** Threads that do what requests only ask for. */
@NullMarked
package org.carbonpublicity.disclosure.worker;

import org.jspecify.annotations.NullMarked;
