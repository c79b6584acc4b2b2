package org.carbonpublicity.reporting.sales.api;

import java.time.Instant;
import java.util.Map;
import org.carbonpublicity.reporting.sales.Sale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What counts as sold of a series in a month. */
@Schema(name = "Sale")
record SaleAnswer(
    String month,
    @Schema(description = "Code.") String enterprise,
    String enterpriseName,
    @Schema(description = "As the file spelt it.") String series,
    @Nullable Long unitsSold,
    int revision,
    Instant recordedAt) {

  /**
   * @param names of enterprises by code
   */
  static SaleAnswer of(Sale sale, Map<String, String> names) {
    String code = sale.key().enterprise();
    return new SaleAnswer(
        sale.month(),
        code,
        names.getOrDefault(code, code),
        sale.series(),
        sale.unitsSold(),
        sale.revision(),
        sale.recordedAt());
  }
}
