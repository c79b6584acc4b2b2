/** Files of an edition for everybody, their dictionary, and what changed between editions. */
@NullMarked
package org.carbonpublicity.reporting.opendata;

import org.jspecify.annotations.NullMarked;
