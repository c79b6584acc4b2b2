package org.carbonpublicity.reporting.sales.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.carbonpublicity.reporting.sales.Sale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was said of a row at some time. */
@Schema(name = "SaleRevision")
record RevisionAnswer(
    @Schema(description = "Code.") String enterprise,
    String series,
    int revision,
    @Schema(description = "Null where the row was withdrawn.")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable Long unitsSold,
    Instant recordedAt,
    String recordedBy) {

  static RevisionAnswer of(Sale sale) {
    return new RevisionAnswer(
        sale.key().enterprise(),
        sale.series(),
        sale.revision(),
        sale.unitsSold(),
        sale.recordedAt(),
        sale.recordedBy());
  }
}
