package org.carbonpublicity.assessment.scoring;

import java.math.BigDecimal;

/**
 * What the items weigh where they do not all weigh the same.
 *
 * @param met of the items met, mandatory and bonus
 * @param mandatory of all mandatory items, met or not
 */
public record Points(BigDecimal met, BigDecimal mandatory) {}
