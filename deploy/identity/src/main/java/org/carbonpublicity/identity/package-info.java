/** The local stand-in for an identity provider. */
@NullMarked
package org.carbonpublicity.identity;

import org.jspecify.annotations.NullMarked;
