/**
 * Labels: certificates of class, applied for, issued, suspended when an edition takes their ground
 * away.
 */
@NullMarked
package org.carbonpublicity.rating.label;

import org.jspecify.annotations.NullMarked;
