/**
 * A real PostgreSQL and a real Kafka broker that need no installation: both come as Maven
 * dependencies.
 */
@NullMarked
package org.carbonpublicity.embedded;

import org.jspecify.annotations.NullMarked;
