/** What stands out in a batch before it is published: found by rules, judged by analysts. */
@NullMarked
package org.carbonpublicity.disclosure.outlier;

import org.jspecify.annotations.NullMarked;
