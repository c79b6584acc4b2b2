/** A survey as a spreadsheet. */
@NullMarked
package org.carbonpublicity.assessment.survey.form;

import org.jspecify.annotations.NullMarked;
