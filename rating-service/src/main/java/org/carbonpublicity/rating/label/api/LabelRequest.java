package org.carbonpublicity.rating.label.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies of requests about labels. */
final class LabelRequest {

  private LabelRequest() {}

  @Schema(name = "LabelApplication")
  record Application(
      @Schema(description = "CLASS or TOP_RUNNER") @Nullable String kind,
      @Schema(description = "Model codes, at most 1000") @Nullable List<@Nullable String> models) {}

  @Schema(name = "LabelReason")
  record Reason(
      @Schema(description = "For all to read, at most 500 characters") @Nullable String reason) {}
}
