/** Views over models as queries. */
@NullMarked
package org.carbonpublicity.reporting.view.persistence;

import org.jspecify.annotations.NullMarked;
