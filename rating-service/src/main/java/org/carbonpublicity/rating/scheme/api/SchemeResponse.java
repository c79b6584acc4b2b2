package org.carbonpublicity.rating.scheme.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.rating.scheme.ClassLabel;
import org.carbonpublicity.rating.scheme.FixedLines;
import org.carbonpublicity.rating.scheme.KeptScheme;
import org.carbonpublicity.rating.scheme.RatingClass;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scheme as it is read; lines, bounds and classes have the form in which they are written. */
@Schema(name = "RatingScheme")
record SchemeResponse(
    String id,
    String kind,
    @Schema(description = "DRAFT, ACTIVE (in force) or RETIRED") String state,
    int version,
    String title,
    String titleZh,
    @Nullable String note,
    @Schema(
            description =
                "Empty unless the lines are fixed: those of an edition are at its reference-lines")
        Map<String, SchemeRequest.Line> lines,
    Map<String, BigDecimal> classUpperBounds,
    List<SchemeRequest.NamedClass> classes,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Schema(description = "Whether it is past its last day: replace it, if it is still in force")
        boolean expired,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant activatedAt,
    @Schema(
            description =
                "The first edition rated since the last activation; absent until it is complete")
        @Nullable Integer firstEdition) {

  /**
   * @param today in the time zone of the platform
   */
  static SchemeResponse of(KeptScheme kept, LocalDate today) {
    RatingScheme scheme = kept.scheme();
    return new SchemeResponse(
        scheme.id(),
        scheme.reference().kind().name(),
        kept.state().name(),
        kept.version(),
        scheme.title(),
        scheme.titleZh(),
        scheme.note(),
        lines(scheme),
        bounds(scheme),
        classes(scheme),
        scheme.validity().from(),
        scheme.validity().to(),
        scheme.validity().isOver(today),
        kept.createdAt(),
        kept.updatedAt(),
        kept.activatedAt(),
        kept.firstEdition());
  }

  private static Map<String, SchemeRequest.Line> lines(RatingScheme scheme) {
    Map<String, SchemeRequest.Line> lines = new LinkedHashMap<>();
    if (scheme.reference() instanceof FixedLines fixed) {
      fixed
          .lines()
          .forEach(
              (powertrain, line) ->
                  lines.put(
                      powertrain.name(),
                      new SchemeRequest.Line(
                          line.interceptGramsPerKm(), line.slopeGramsPerKmPerKg())));
    }
    return lines;
  }

  private static Map<String, BigDecimal> bounds(RatingScheme scheme) {
    Map<String, BigDecimal> bounds = new LinkedHashMap<>();
    for (BigDecimal bound : scheme.bounds().upperBounds()) {
      bounds.put(Integer.toString(bounds.size() + 1), bound);
    }
    return bounds;
  }

  private static List<SchemeRequest.NamedClass> classes(RatingScheme scheme) {
    List<SchemeRequest.NamedClass> classes = new ArrayList<>();
    for (RatingClass ratingClass : RatingClass.values()) {
      ClassLabel label = scheme.label(ratingClass);
      classes.add(
          new SchemeRequest.NamedClass(
              ratingClass.number(), label.name(), label.nameZh(), label.colour()));
    }
    return classes;
  }
}
