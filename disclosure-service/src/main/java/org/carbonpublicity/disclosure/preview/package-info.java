/** What published footprints would be under another factor set. */
@NullMarked
package org.carbonpublicity.disclosure.preview;

import org.jspecify.annotations.NullMarked;
