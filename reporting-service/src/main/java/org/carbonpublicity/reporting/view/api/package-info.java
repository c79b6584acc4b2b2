/** Views over models as answers. */
@NullMarked
package org.carbonpublicity.reporting.view.api;

import org.jspecify.annotations.NullMarked;
