/** What would bring a model to the next better class. */
@NullMarked
package org.carbonpublicity.rating.improvement;

import org.jspecify.annotations.NullMarked;
