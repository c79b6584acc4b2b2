/** What all resources of this service share on the wire: problems, entity tags, cursors. */
@NullMarked
package org.carbonpublicity.rating.http;

import org.jspecify.annotations.NullMarked;
