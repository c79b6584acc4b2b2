package org.carbonpublicity.assessment.submission;

import org.jspecify.annotations.Nullable;

/**
 * An enterprise's answer to one item.
 *
 * @param evidence where an assessor finds it shown
 */
public record Answer(String item, boolean met, @Nullable String evidence) {}
