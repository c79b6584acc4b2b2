package org.carbonpublicity.assessment.guideline;

import java.util.List;

/** A part of a guideline. */
public record Dimension(String code, String title, String titleZh, List<Item> items) {}
