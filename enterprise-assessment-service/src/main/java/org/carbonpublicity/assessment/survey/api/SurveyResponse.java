package org.carbonpublicity.assessment.survey.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carbonpublicity.assessment.submission.SubmissionViolation;
import org.carbonpublicity.assessment.survey.Completeness;
import org.carbonpublicity.assessment.survey.SavedAnswer;
import org.carbonpublicity.assessment.survey.Survey;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A survey with its answers, as far as the reader may see them. */
@Schema(name = "Survey")
record SurveyResponse(
    UUID id,
    String guideline,
    @Schema(description = "Absent where the guideline is answered without windows")
        @Nullable String window,
    String enterprise,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    @Schema(description = "The last submission made of it") @Nullable UUID submission,
    @Nullable Instant submittedAt,
    @Schema(description = "Whether an answer was saved since") boolean changedSinceSubmission,
    @Schema(description = "Items the reader may fill in; absent where it is all of them")
        @Nullable List<String> delegatedItems,
    Progress progress,
    List<SavedAnswer> answers) {

  /** How far the survey is, in the items that the reader sees. */
  @Schema(name = "SurveyProgress")
  record Progress(
      int items,
      @Schema(description = "Items with an answer that could be submitted") int answered,
      boolean complete,
      @Schema(description = "What keeps the rest from that, in the order of the guideline")
          List<SubmissionViolation> missing) {

    static Progress of(Completeness completeness) {
      return new Progress(
          completeness.items(),
          completeness.answered(),
          completeness.complete(),
          completeness.missing());
    }
  }

  static SurveyResponse of(
      SurveyAccess.Granted granted, Completeness completeness, Map<String, SavedAnswer> answers) {
    Survey survey = granted.survey();
    return new SurveyResponse(
        survey.id(),
        survey.guideline(),
        survey.window(),
        survey.enterprise(),
        survey.createdAt(),
        survey.createdBy(),
        survey.changedAt(),
        survey.submission(),
        survey.submittedAt(),
        survey.submittedAt() != null && survey.changedAt().isAfter(survey.submittedAt()),
        granted.whole() ? null : granted.items().stream().sorted().toList(),
        Progress.of(completeness),
        answers.values().stream().filter(answer -> granted.covers(answer.item())).toList());
  }
}
