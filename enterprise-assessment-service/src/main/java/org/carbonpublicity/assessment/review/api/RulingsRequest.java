package org.carbonpublicity.assessment.review.api;

import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.carbonpublicity.assessment.review.Appeal.RulingDraft;
import org.carbonpublicity.assessment.review.DecisionDraft;
import org.carbonpublicity.assessment.review.Ruling;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that decides on disputed items. */
@Schema(
    name = "RulingsRequest",
    requiredProperties = {"decisions"})
record RulingsRequest(@Nullable List<@Nullable RulingRequest> decisions) {

  @Schema(
      name = "RulingRequest",
      requiredProperties = {"item", "ruling", "reason"})
  record RulingRequest(
      @Nullable String item,
      @Schema(implementation = Ruling.class) @Nullable String ruling,
      @Schema(maxLength = DecisionDraft.LONGEST_TEXT) @Nullable String reason) {}

  /** The rulings, or a 422 problem. */
  static List<RulingDraft> drafts(@Nullable RulingsRequest request) {
    FieldFaults faults = new FieldFaults();
    List<RulingRequest> entries =
        Texts.entries(faults, "decisions", request == null ? null : request.decisions());
    List<RulingDraft> drafts = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      String field = "decisions[" + i + "]";
      RulingRequest entry = entries.get(i);
      drafts.add(
          new RulingDraft(
              faults.text(field + ".item", entry.item(), Texts.LONGEST_NAME),
              Texts.constant(faults, field + ".ruling", entry.ruling(), Ruling.UPHOLD),
              faults.text(field + ".reason", entry.reason(), DecisionDraft.LONGEST_TEXT)));
    }
    faults.refuse("invalid-decisions", "The decisions cannot be taken");
    return drafts;
  }
}
