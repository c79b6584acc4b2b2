package org.carbonpublicity.reporting.view.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An enterprise in an edition. Means and shares are over its models on sale. */
@Schema(name = "EnterpriseInEdition")
record EnterpriseAnswer(
    int edition,
    String enterpriseCode,
    String enterprise,
    @Nullable String group,
    long models,
    long onSaleModels,
    @Schema(description = "On sale and with a class.") long ratedModels,
    @Schema(description = "Null when none is on sale.")
        @Nullable BigDecimal meanFootprintGramsPerKm,
    @Schema(description = "Its row of table 3; null when it has none.")
        @Nullable ShareAnswer belowAverage,
    @Schema(description = "Its row of table 4; null when it has none.")
        @Nullable ShareAnswer class1,
    List<ClassAnswer> classes,
    @Schema(description = "Lowest footprint on sale.") @Nullable ModelAnswer best,
    @Schema(description = "Highest footprint on sale.") @Nullable ModelAnswer worst) {

  /** Its row of a table. */
  @Schema(name = "ShareOfTable")
  record ShareAnswer(int rank, BigDecimal sharePercent, long models, long ofModels) {}

  /** How many of its rated models on sale have a class. */
  @Schema(name = "ClassShare")
  record ClassAnswer(
      @JsonProperty("class") int ratingClass, long models, BigDecimal sharePercent) {}
}
