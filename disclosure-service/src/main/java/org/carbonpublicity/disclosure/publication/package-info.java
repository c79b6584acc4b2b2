/** Publication of accepted batches, in their order. */
@NullMarked
package org.carbonpublicity.disclosure.publication;

import org.jspecify.annotations.NullMarked;
