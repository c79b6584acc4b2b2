/** Sales of a month and the best sellers that follow from them. */
@NullMarked
package org.carbonpublicity.reporting.sales;

import org.jspecify.annotations.NullMarked;
