/** The hook for scanners of malicious software. */
@NullMarked
package org.carbonpublicity.assessment.evidence.scan;

import org.jspecify.annotations.NullMarked;
