/** What a file is by its own bytes, in plain Java: nothing here knows a server or a database. */
@NullMarked
package org.carbonpublicity.assessment.evidence.file;

import org.jspecify.annotations.NullMarked;
