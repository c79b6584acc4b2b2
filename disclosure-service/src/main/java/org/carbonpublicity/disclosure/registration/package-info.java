/** Registration of many enterprises by a file. */
@NullMarked
package org.carbonpublicity.disclosure.registration;

import org.jspecify.annotations.NullMarked;
