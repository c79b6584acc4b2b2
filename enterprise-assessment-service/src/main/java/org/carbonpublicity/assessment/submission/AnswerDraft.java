package org.carbonpublicity.assessment.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer as somebody wrote it; see {@link Answer}. */
public record AnswerDraft(
    @Nullable String item,
    @Nullable Boolean met,
    @Nullable String evidence,
    @Nullable String comment,
    @Nullable BigDecimal number,
    @Nullable String date,
    @Nullable String choice,
    @Nullable List<@Nullable UUID> files) {}
