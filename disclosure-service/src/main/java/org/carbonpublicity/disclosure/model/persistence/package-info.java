/** Vehicle models in the database; bulk goes through staging. */
@NullMarked
package org.carbonpublicity.disclosure.model.persistence;

import org.jspecify.annotations.NullMarked;
