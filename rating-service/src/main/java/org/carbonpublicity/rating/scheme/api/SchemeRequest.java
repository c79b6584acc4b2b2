package org.carbonpublicity.rating.scheme.api;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.carbonpublicity.rating.scheme.SchemeDraft;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that writes a scheme. */
@Schema(
    name = "RatingSchemeRequest",
    requiredProperties = {"title", "titleZh", "lines", "classUpperBounds"})
record SchemeRequest(
    @Schema(description = "FIXED_LINES, also when absent") @Nullable String kind,
    @Nullable String title,
    @Nullable String titleZh,
    @Nullable String note,
    @Schema(description = "Reference lines by powertrain (GASOLINE, DIESEL, HEV, PHEV, BEV)")
        @Nullable Map<String, @Nullable Line> lines,
    @Schema(
            description =
                "Upper bound of footprint / reference per class, \"1\" to \"4\"; a bound belongs to the better class")
        @Nullable Map<String, @Nullable BigDecimal> classUpperBounds) {

  /** reference = intercept + slope · curb mass. */
  @Schema(name = "ReferenceLine")
  record Line(
      @Nullable BigDecimal interceptGramsPerKm, @Nullable BigDecimal slopeGramsPerKmPerKg) {}

  SchemeDraft draft(String id) {
    Map<String, SchemeDraft.@Nullable Line> drafted = new HashMap<>();
    if (lines != null) {
      lines.forEach(
          (powertrain, line) ->
              drafted.put(
                  powertrain,
                  line == null
                      ? null
                      : new SchemeDraft.Line(
                          line.interceptGramsPerKm(), line.slopeGramsPerKmPerKg())));
    }
    return new SchemeDraft(id, kind, title, titleZh, note, drafted, classUpperBounds);
  }
}
