package org.carbonpublicity.assessment.carbontarget.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.carbonpublicity.assessment.carbontarget.ActivityPoint;
import org.carbonpublicity.assessment.carbontarget.Ambition;
import org.carbonpublicity.assessment.carbontarget.Baseline;
import org.carbonpublicity.assessment.carbontarget.TargetDraft;
import org.carbonpublicity.assessment.carbontarget.TargetModel;
import org.carbonpublicity.assessment.carbontarget.TargetUnit;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that defines a target. */
@Schema(
    name = "TargetDefinitionRequest",
    requiredProperties = {"baseline", "targetYear", "model"})
record DefinitionRequest(
    @Nullable BaselineRequest baseline,
    @Nullable Integer targetYear,
    @Nullable TargetModel model,
    @Schema(description = "Of an absolute contraction; a pathway brings its own")
        @Nullable Ambition ambition,
    @Schema(
            description =
                "Of an absolute contraction: percent of the baseline per year; at least 4.2 for"
                    + " CELSIUS_1_5, 2.5 for WELL_BELOW_2")
        @Nullable BigDecimal annualReductionPercent,
    @Schema(description = "Of an intensity convergence: id of a sector pathway")
        @Nullable String pathway,
    @Schema(
            description =
                "Of an intensity convergence: activity of the base year, the target year and any"
                    + " between; linear where none is given")
        @Nullable List<@Nullable ActivityRequest> activity,
    @Schema(description = "Of an intensity convergence: lower than the model's, if wanted")
        @Nullable BigDecimal targetValue,
    @Schema(description = "Years to report; every year that is still to come if not given")
        @Nullable List<@Nullable Integer> checkpoints) {

  private static final int MOST = 100;

  @Schema(
      name = "BaselineRequest",
      requiredProperties = {"year", "value", "unit"})
  record BaselineRequest(
      @Nullable Integer year,
      @Nullable BigDecimal value,
      @Nullable TargetUnit unit,
      @Schema(description = "Ids of files") @Nullable List<@Nullable UUID> evidence) {}

  @Schema(
      name = "ActivityRequest",
      requiredProperties = {"year", "value"})
  record ActivityRequest(@Nullable Integer year, @Nullable BigDecimal value) {}

  /** Throws a 422 problem that names all that is missing. */
  TargetDraft checked() {
    FieldFaults faults = new FieldFaults();
    BaselineRequest base =
        baseline == null ? new BaselineRequest(null, null, null, null) : baseline;
    int baseYear = year(faults, "baseline.year", base.year());
    BigDecimal value = Decimals.needed(faults, "baseline.value", base.value());
    needed(faults, "baseline.unit", base.unit());
    List<UUID> evidence = evidence(faults, "baseline.evidence", base.evidence());
    int last = year(faults, "targetYear", targetYear);
    needed(faults, "model", model);
    BigDecimal rate = Decimals.optional(faults, "annualReductionPercent", annualReductionPercent);
    BigDecimal wanted = Decimals.optional(faults, "targetValue", targetValue);
    String id = faults.optionalText("pathway", pathway, 100);
    List<ActivityPoint> points = activity(faults);
    List<Integer> years = checkpoints(faults);
    faults.refuse("invalid-carbon-target", "The target is not complete");
    return new TargetDraft(
        new Baseline(baseYear, value, Objects.requireNonNull(base.unit()), evidence),
        last,
        Objects.requireNonNull(model),
        ambition,
        rate,
        id,
        points,
        wanted,
        years);
  }

  private static void needed(FieldFaults faults, String field, @Nullable Object value) {
    if (value == null) {
      faults.add(field, "missing", field + " is needed");
    }
  }

  private static int year(FieldFaults faults, String field, @Nullable Integer year) {
    needed(faults, field, year);
    return year == null ? 0 : year;
  }

  private List<ActivityPoint> activity(FieldFaults faults) {
    List<ActivityPoint> points = new ArrayList<>();
    if (activity == null || isTooMany(faults, "activity", activity)) {
      return points;
    }
    for (int i = 0; i < activity.size(); i++) {
      ActivityRequest point = activity.get(i);
      String field = "activity[" + i + "]";
      if (point == null) {
        faults.add(field, "missing", field + " is needed");
        continue;
      }
      points.add(
          new ActivityPoint(
              year(faults, field + ".year", point.year()),
              Decimals.needed(faults, field + ".value", point.value())));
    }
    return points;
  }

  private @Nullable List<Integer> checkpoints(FieldFaults faults) {
    if (checkpoints == null || isTooMany(faults, "checkpoints", checkpoints)) {
      return null;
    }
    List<Integer> years = new ArrayList<>();
    for (int i = 0; i < checkpoints.size(); i++) {
      years.add(year(faults, "checkpoints[" + i + "]", checkpoints.get(i)));
    }
    return years;
  }

  private static boolean isTooMany(FieldFaults faults, String field, List<?> values) {
    if (values.size() > MOST) {
      faults.add(field, "too-many", field + " has more than " + MOST);
    }
    return values.size() > MOST;
  }

  /** Ids as they are given; they are not looked up. */
  static List<UUID> evidence(FieldFaults faults, String field, @Nullable List<@Nullable UUID> ids) {
    if (ids == null || isTooMany(faults, field, ids)) {
      return List.of();
    }
    if (ids.contains(null)) {
      faults.add(field, "missing", "an id is needed");
      return List.of();
    }
    return ids.stream().filter(Objects::nonNull).distinct().toList();
  }
}
