/** The signed form of a label: keys, credentials, status lists. */
@NullMarked
package org.carbonpublicity.rating.label.credential;

import org.jspecify.annotations.NullMarked;
