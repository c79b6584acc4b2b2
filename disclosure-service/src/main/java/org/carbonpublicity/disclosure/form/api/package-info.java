/** Forms as bodies of requests. */
@NullMarked
package org.carbonpublicity.disclosure.form.api;

import org.jspecify.annotations.NullMarked;
