/** Labels, serial numbers and signing keys in the database. */
@NullMarked
package org.carbonpublicity.rating.label.persistence;

import org.jspecify.annotations.NullMarked;
