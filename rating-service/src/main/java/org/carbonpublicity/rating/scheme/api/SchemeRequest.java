package org.carbonpublicity.rating.scheme.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.rating.scheme.SchemeDraft;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that writes a scheme. */
@Schema(
    name = "RatingSchemeRequest",
    requiredProperties = {"title", "titleZh", "classUpperBounds"})
public record SchemeRequest(
    @Schema(
            description =
                "FIXED_LINES (also when absent), FITTED_LINES (least squares over each edition's models on sale),"
                    + " CATEGORY_MEAN or ABSOLUTE_BANDS")
        @Nullable String kind,
    @Nullable String title,
    @Nullable String titleZh,
    @Nullable String note,
    @Schema(
            description =
                "Of fixed lines only: reference lines by powertrain (GASOLINE, DIESEL, HEV, PHEV, BEV)")
        @Nullable Map<String, @Nullable Line> lines,
    @Schema(
            description =
                "Upper bound per class, \"1\" to \"4\", of footprint / reference, or of the footprint in g/km"
                    + " for absolute bands; a bound belongs to the better class")
        @Nullable Map<String, @Nullable BigDecimal> classUpperBounds,
    @Schema(description = "Names and colours of all five classes; absent for the standard ones")
        @Nullable List<@Nullable NamedClass> classes,
    @Schema(description = "First day on which it may be put in force, YYYY-MM-DD")
        @Nullable String validFrom,
    @Schema(description = "Last day on which it may be put in force, YYYY-MM-DD")
        @Nullable String validTo) {

  /** reference = intercept + slope · curb mass. */
  @Schema(name = "ReferenceLine")
  public record Line(
      @Nullable BigDecimal interceptGramsPerKm, @Nullable BigDecimal slopeGramsPerKmPerKg) {}

  /** How the scheme calls and paints a class; the number is the key. */
  @Schema(name = "NamedClass")
  public record NamedClass(
      @JsonProperty("class") @Nullable Integer number,
      @Nullable String name,
      @Nullable String nameZh,
      @Schema(description = "#RRGGBB") @Nullable String colour) {}

  /** The scheme as it is written here, unchecked. */
  public SchemeDraft draft(String id) {
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
    return new SchemeDraft(
        id, kind, title, titleZh, note, drafted, classUpperBounds, labels(), validFrom, validTo);
  }

  private @Nullable List<SchemeDraft.@Nullable Label> labels() {
    if (classes == null) {
      return null;
    }
    List<SchemeDraft.@Nullable Label> labels = new ArrayList<>();
    for (NamedClass named : classes) {
      labels.add(
          named == null
              ? null
              : new SchemeDraft.Label(
                  named.number(), named.name(), named.nameZh(), named.colour()));
    }
    return labels;
  }
}
