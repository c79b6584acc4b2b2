/** Views over the models of an edition: search, pages, comparison, rankings. Plain Java. */
@NullMarked
package org.carbonpublicity.reporting.view;

import org.jspecify.annotations.NullMarked;
