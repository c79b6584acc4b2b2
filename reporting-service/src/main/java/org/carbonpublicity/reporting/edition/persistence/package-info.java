/** Rows of the editions and what is counted of them. */
@NullMarked
package org.carbonpublicity.reporting.edition.persistence;

import org.jspecify.annotations.NullMarked;
