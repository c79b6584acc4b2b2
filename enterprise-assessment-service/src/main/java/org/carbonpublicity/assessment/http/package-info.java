/**
 * What all resources of this service share on the wire: callers, problems, entity tags, cursors.
 */
@NullMarked
package org.carbonpublicity.assessment.http;

import org.jspecify.annotations.NullMarked;
