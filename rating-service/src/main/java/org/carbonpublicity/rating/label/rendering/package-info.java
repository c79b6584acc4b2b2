/** The forms of a label that people look at. */
@NullMarked
package org.carbonpublicity.rating.label.rendering;

import org.jspecify.annotations.NullMarked;
