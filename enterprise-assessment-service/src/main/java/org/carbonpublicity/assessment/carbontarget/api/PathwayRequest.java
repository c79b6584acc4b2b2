package org.carbonpublicity.assessment.carbontarget.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.carbonpublicity.assessment.carbontarget.Ambition;
import org.carbonpublicity.assessment.carbontarget.SectorPathway;
import org.carbonpublicity.assessment.carbontarget.TargetUnit;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that saves a sector pathway. */
@Schema(
    name = "SectorPathwayRequest",
    requiredProperties = {"title", "unit", "activityUnit", "ambition", "source", "points"})
record PathwayRequest(
    @Nullable String title,
    @Nullable TargetUnit unit,
    @Nullable String activityUnit,
    @Nullable Ambition ambition,
    @Schema(description = "Where the values are from") @Nullable String source,
    @Schema(description = "Whether they stand for nothing published")
        @Nullable Boolean illustrative,
    @Schema(description = "In the order of years, until 2050; linear between them")
        @Nullable List<@Nullable PointRequest> points) {

  @Schema(
      name = "SectorPathwayPointRequest",
      requiredProperties = {"year", "intensity", "activity"})
  record PointRequest(
      @Nullable Integer year, @Nullable BigDecimal intensity, @Nullable BigDecimal activity) {}

  /** Throws a 422 problem that names all that is missing. */
  SectorPathway checked(String id) {
    FieldFaults faults = new FieldFaults();
    String name = faults.text("title", title, 200);
    String measure = faults.text("activityUnit", activityUnit, 100);
    String from = faults.text("source", source, 1_000);
    if (unit == null) {
      faults.add("unit", "missing", "unit is needed");
    }
    if (ambition == null) {
      faults.add("ambition", "missing", "ambition is needed");
    }
    List<SectorPathway.Point> given = points(faults);
    faults.refuse("invalid-sector-pathway", "The pathway is not complete");
    return new SectorPathway(
        id,
        0,
        name,
        Objects.requireNonNull(unit),
        measure,
        Objects.requireNonNull(ambition),
        from,
        Boolean.TRUE.equals(illustrative),
        given);
  }

  private List<SectorPathway.Point> points(FieldFaults faults) {
    List<SectorPathway.Point> given = new ArrayList<>();
    List<@Nullable PointRequest> all = points == null ? List.of() : points;
    if (all.isEmpty() || all.size() > 100) {
      faults.add("points", "count", "1 to 100 points");
      return given;
    }
    for (int i = 0; i < all.size(); i++) {
      PointRequest point = all.get(i);
      String field = "points[" + i + "]";
      if (point == null || point.year() == null) {
        faults.add(field + ".year", "missing", field + ".year is needed");
        continue;
      }
      given.add(
          new SectorPathway.Point(
              point.year(),
              Decimals.needed(faults, field + ".intensity", point.intensity()),
              Decimals.needed(faults, field + ".activity", point.activity())));
    }
    return given;
  }
}
