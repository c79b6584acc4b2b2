package org.carbonpublicity.disclosure.outlier.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.carbonpublicity.disclosure.outlier.Outlier;
import org.carbonpublicity.disclosure.outlier.Outlier.Kind;
import org.carbonpublicity.disclosure.outlier.OutlierState;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A model that stands out, as it is answered.
 *
 * @param allowed what may be said of it now
 */
@Schema(name = "Outlier")
record OutlierResponse(
    String id,
    int batch,
    String modelCode,
    int revision,
    String enterprise,
    String rule,
    OutlierState state,
    List<String> allowed,
    @Schema(type = SchemaType.OBJECT) @JsonRawValue String evidence,
    List<Said> remarks,
    Instant foundAt,
    Instant changedAt) {

  /** Something that was said; by whom is for analysts only. */
  @Schema(name = "OutlierRemark")
  record Said(Kind kind, String text, @Nullable String actor, Instant at) {}

  static OutlierResponse of(Outlier outlier) {
    return new OutlierResponse(
        outlier.id(),
        outlier.batch(),
        outlier.modelCode(),
        outlier.revision(),
        outlier.enterprise(),
        outlier.rule(),
        outlier.state(),
        outlier.state().allowed(),
        outlier.evidence(),
        outlier.remarks().stream()
            .map(said -> new Said(said.kind(), said.text(), said.actor(), said.at()))
            .toList(),
        outlier.foundAt(),
        outlier.changedAt());
  }
}
