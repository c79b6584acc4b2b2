package org.carbonpublicity.assessment.review.api;

import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.carbonpublicity.assessment.review.Appeal.Dispute;
import org.carbonpublicity.assessment.review.DecisionDraft;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that appeals against rejected items. */
@Schema(
    name = "AppealRequest",
    requiredProperties = {"items"})
record AppealRequest(@Nullable List<@Nullable DisputeRequest> items) {

  @Schema(
      name = "DisputeRequest",
      requiredProperties = {"item", "reason"})
  record DisputeRequest(
      @Nullable String item,
      @Schema(maxLength = DecisionDraft.LONGEST_TEXT) @Nullable String reason,
      @Schema(description = "Ids of evidence files", maxItems = Texts.MOST_EVIDENCE)
          @Nullable List<@Nullable String> evidence) {}

  /** The disputed items, or a 422 problem. */
  static List<Dispute> disputes(@Nullable AppealRequest request) {
    FieldFaults faults = new FieldFaults();
    List<DisputeRequest> entries =
        Texts.entries(faults, "items", request == null ? null : request.items());
    List<Dispute> disputes = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      String field = "items[" + i + "]";
      DisputeRequest entry = entries.get(i);
      disputes.add(
          new Dispute(
              faults.text(field + ".item", entry.item(), Texts.LONGEST_NAME),
              faults.text(field + ".reason", entry.reason(), DecisionDraft.LONGEST_TEXT),
              Texts.evidence(faults, field + ".evidence", entry.evidence())));
    }
    faults.refuse("invalid-appeal", "The appeal cannot be taken");
    return disputes;
  }
}
