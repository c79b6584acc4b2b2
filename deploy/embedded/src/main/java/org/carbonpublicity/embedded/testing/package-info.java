/** What component tests of the services use: infrastructure, tokens and events. */
@NullMarked
package org.carbonpublicity.embedded.testing;

import org.jspecify.annotations.NullMarked;
