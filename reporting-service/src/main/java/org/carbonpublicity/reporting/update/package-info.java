/** What is told to those who follow editions. Plain Java. */
@NullMarked
package org.carbonpublicity.reporting.update;

import org.jspecify.annotations.NullMarked;
