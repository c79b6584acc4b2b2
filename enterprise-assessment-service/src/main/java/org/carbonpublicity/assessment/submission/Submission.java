package org.carbonpublicity.assessment.submission;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers of an enterprise to all items of a guideline. */
public record Submission(
    UUID id,
    String guideline,
    String enterprise,
    String enterpriseName,
    List<Answer> answers,
    SubmissionState state,
    Instant submittedAt,
    String submittedBy,
    @Nullable UUID supersededBy) {

  /** Codes of the items answered with yes. */
  public Set<String> itemsMet() {
    return answers.stream().filter(Answer::met).map(Answer::item).collect(Collectors.toSet());
  }
}
