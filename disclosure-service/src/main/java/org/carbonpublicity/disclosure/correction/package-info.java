/**
 * What happens to models after their publication: nothing is overwritten, every change is a new
 * revision in a batch of its own.
 */
@NullMarked
package org.carbonpublicity.disclosure.correction;

import org.jspecify.annotations.NullMarked;
