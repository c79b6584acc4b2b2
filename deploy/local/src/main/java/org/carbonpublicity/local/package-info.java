/** The whole platform on one machine: its processes, their supervision and the command line. */
@NullMarked
package org.carbonpublicity.local;

import org.jspecify.annotations.NullMarked;
