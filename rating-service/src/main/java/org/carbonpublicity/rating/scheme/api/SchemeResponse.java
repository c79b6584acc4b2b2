package org.carbonpublicity.rating.scheme.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.rating.scheme.FixedLines;
import org.carbonpublicity.rating.scheme.KeptScheme;
import org.carbonpublicity.rating.scheme.RatingClass;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scheme as it is read; lines and bounds have the form in which they are written. */
@Schema(name = "RatingScheme")
record SchemeResponse(
    String id,
    String kind,
    @Schema(description = "DRAFT, ACTIVE (in force) or RETIRED") String state,
    int version,
    String title,
    String titleZh,
    @Nullable String note,
    Map<String, SchemeRequest.Line> lines,
    Map<String, BigDecimal> classUpperBounds,
    List<ClassName> classes,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant activatedAt,
    @Schema(
            description =
                "The first edition rated since the last activation; absent until it is complete")
        @Nullable Integer firstEdition) {

  /** The names of a class; its number is the key. */
  @Schema(name = "ClassName")
  record ClassName(@JsonProperty("class") int number, String name, String nameZh) {}

  static SchemeResponse of(KeptScheme kept) {
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
        classNames(),
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

  private static List<ClassName> classNames() {
    List<ClassName> names = new ArrayList<>();
    for (RatingClass ratingClass : RatingClass.values()) {
      names.add(new ClassName(ratingClass.number(), ratingClass.title(), ratingClass.titleZh()));
    }
    return names;
  }
}
