package org.carbonpublicity.assessment.review.api;

import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.carbonpublicity.assessment.review.DecisionDraft;
import org.carbonpublicity.assessment.review.Verdict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that decides on items of a review. */
@Schema(
    name = "DecisionsRequest",
    requiredProperties = {"decisions"})
record DecisionsRequest(@Nullable List<@Nullable DecisionRequest> decisions) {

  @Schema(
      name = "DecisionRequest",
      requiredProperties = {"item", "verdict"})
  record DecisionRequest(
      @Nullable String item,
      @Schema(implementation = Verdict.class) @Nullable String verdict,
      @Schema(
              description = "Needed to reject and to ask, where it is the question",
              maxLength = DecisionDraft.LONGEST_TEXT)
          @Nullable String reason) {}

  /** The decisions, or a 422 problem. */
  static List<DecisionDraft> drafts(@Nullable DecisionsRequest request) {
    FieldFaults faults = new FieldFaults();
    List<DecisionRequest> entries =
        Texts.entries(faults, "decisions", request == null ? null : request.decisions());
    List<DecisionDraft> drafts = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      String field = "decisions[" + i + "]";
      DecisionRequest entry = entries.get(i);
      Verdict verdict = Texts.constant(faults, field + ".verdict", entry.verdict(), Verdict.ACCEPT);
      drafts.add(
          new DecisionDraft(
              faults.text(field + ".item", entry.item(), Texts.LONGEST_NAME),
              verdict,
              verdict == Verdict.ACCEPT
                  ? faults.optionalText(
                      field + ".reason", entry.reason(), DecisionDraft.LONGEST_TEXT)
                  : faults.text(field + ".reason", entry.reason(), DecisionDraft.LONGEST_TEXT)));
    }
    faults.refuse("invalid-decisions", "The decisions cannot be taken");
    return drafts;
  }
}
