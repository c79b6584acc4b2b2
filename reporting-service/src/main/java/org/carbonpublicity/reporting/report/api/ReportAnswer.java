package org.carbonpublicity.reporting.report.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.reporting.report.Document;
import org.carbonpublicity.reporting.report.Document.Scope;
import org.carbonpublicity.reporting.report.Form;
import org.carbonpublicity.reporting.report.Text.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A table or figure of an edition, as JSON. */
@JsonPropertyOrder({
  "number",
  "title",
  "edition",
  "asOf",
  "month",
  "priceFromCny",
  "priceToCny",
  "unit",
  "rowModels",
  "columns",
  "rows",
  "histogram"
})
@Schema(name = "Report", description = "A table or figure of an edition.")
record ReportAnswer(
    @Schema(description = "In the quarterly report; null for a view that it does not print.")
        @Nullable Integer number,
    String title,
    @Schema(description = "0 is the state before the first edition.") int edition,
    @Schema(description = "The day that it describes.") @Nullable LocalDate asOf,
    @Schema(description = "Tables 5 to 11: whose sales are ranked, as YYYY-MM.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String month,
    @Schema(description = "Tables 7 to 11: lower bound of the price band, inclusive.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable BigDecimal priceFromCny,
    @Schema(description = "Tables 7 to 11: upper bound, exclusive; absent when there is none.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable BigDecimal priceToCny,
    @Schema(description = "Of the main value.") @Nullable String unit,
    @Schema(
            description =
                "Where the models behind a row are, with the column in braces filled in (RFC 6570);"
                    + " absent where rows do not stand for models.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String rowModels,
    List<ColumnAnswer> columns,
    @Schema(description = "Cells by the key of their column; an empty cell is null.")
        List<Map<String, @Nullable Object>> rows,
    @Schema(description = "Figure 13: models on sale by bins of footprint.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable List<Map<String, @Nullable Object>> histogram) {

  /** A column of the rows. */
  @Schema(name = "ReportColumn")
  record ColumnAnswer(String key, String title, @Nullable String unit) {}

  static ReportAnswer of(Form form, int edition, Document document, Language language) {
    List<ColumnAnswer> columns =
        form.columns().stream()
            .map(c -> new ColumnAnswer(c.key(), c.title().in(language), c.unit()))
            .toList();
    Scope scope = document.scope();
    return new ReportAnswer(
        form.number(),
        Titles.of(form, scope).in(language),
        edition,
        document.asOf(),
        scope == null ? null : scope.month(),
        scope == null ? null : scope.priceFromCny(),
        scope == null ? null : scope.priceToCny(),
        form.unit(),
        RowLinks.of(form, edition, document.variant()),
        columns,
        document.rows(),
        document.histogram());
  }
}
