/** Batches over HTTP. */
@NullMarked
package org.carbonpublicity.disclosure.batch.api;

import org.jspecify.annotations.NullMarked;
