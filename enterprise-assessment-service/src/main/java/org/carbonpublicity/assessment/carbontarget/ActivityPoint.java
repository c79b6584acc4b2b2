package org.carbonpublicity.assessment.carbontarget;

import java.math.BigDecimal;

/** Activity (such as vehicle-km) of an enterprise in a year, known or expected; above zero. */
public record ActivityPoint(int year, BigDecimal value) {}
