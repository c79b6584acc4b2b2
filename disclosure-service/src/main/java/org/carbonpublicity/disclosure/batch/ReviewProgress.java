package org.carbonpublicity.disclosure.batch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the answers of one enterprise to a batch are. {@code corrected} to {@code outstanding}
 * add up to {@code models}.
 *
 * @param forms received
 * @param silent not answered until the deadline, which counts as agreement
 * @param outstanding not answered, and not yet too late; or never, when the review was waived
 * @param feedbackDeadline in force, the last day; null when there is none
 * @param daysLeft until it passes, 0 on the last day
 */
public record ReviewProgress(
    String enterprise,
    String enterpriseName,
    long models,
    long forms,
    long corrected,
    long agreed,
    long notIdentifiable,
    long outOfScope,
    long noLongerProduced,
    long silent,
    long outstanding,
    @Nullable LocalDate feedbackDeadline,
    @Nullable Long daysLeft,
    boolean deadlinePassed) {}
