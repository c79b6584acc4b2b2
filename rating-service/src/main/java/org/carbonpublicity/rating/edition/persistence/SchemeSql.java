package org.carbonpublicity.rating.edition.persistence;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carbonpublicity.rating.scheme.FixedLines;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.ReferenceLine;
import org.carbonpublicity.rating.scheme.SchemeKind;

/**
 * A scheme as SQL: {@link RatingScheme#rate} for all models of a query at once. Numbers and names
 * of this code stand in the text as literals; all else are columns.
 *
 * <p>The population has the columns {@code powertrain}, {@code body_type}, {@code segment}, {@code
 * on_sale}, {@code footprint_grams_per_km} and {@code curb_mass_kg}. A class is the best whose
 * bound holds, by {@code footprint <= bound · reference}, and by {@code footprint · n <= bound ·
 * sum} where the reference is a mean. A model is below average when {@code footprint · n < sum}.
 */
public final class SchemeSql {

  private static final String ONE_GRAM = "1::numeric";

  /** For display, as all ratios: rounded after the decision. */
  private static final String RATIO_TO_MEAN =
      "round(footprint_grams_per_km * m.models / m.footprint_sum, 6)";

  private static final String LINE_REFERENCE =
      "nullif(greatest(l.intercept + l.slope * p.curb_mass_kg, 0), 0)";

  private final RatingScheme scheme;
  private final SchemeKind kind;
  private final Map<Powertrain, ReferenceLine> lines;

  /**
   * @param fitted lines of the population; looked at when the scheme fits lines
   */
  public SchemeSql(RatingScheme scheme, Map<Powertrain, ReferenceLine> fitted) {
    this.scheme = scheme;
    this.kind = scheme.reference().kind();
    this.lines =
        new TreeMap<>(scheme.reference() instanceof FixedLines fixed ? fixed.lines() : fitted);
  }

  /**
   * The population's columns and {@code class}, {@code reference}, {@code ratio}, {@code
   * category_mean}, {@code below_average}, {@code unrated_reason} of every row.
   *
   * @param population a query
   * @param means a table with the population's category means, in the columns of {@code
   *     category_mean}, or a query in parentheses
   */
  public String rated(String population, String means) {
    // Each "offset 0" keeps the planner from computing what is below it once per use.
    return """
    select r.*, %1$s as class, %2$s as reference, %3$s as ratio, %4$s as unrated_reason,
      m.mean_grams_per_km as category_mean,
      case when on_sale then footprint_grams_per_km * m.models < m.footprint_sum end
        as below_average
    from (
      select p.*%5$s from (%6$s) p%7$s
      offset 0
    ) r
    left join %8$s m on m.powertrain = r.powertrain and m.body_type = r.body_type
      and m.segment = r.segment
    offset 0"""
        .formatted(
            byLineOrMean(byLine(), byMean()),
            reference(),
            byLineOrMean(ratioToLine(), RATIO_TO_MEAN),
            unratedReason(),
            lineColumns(),
            population,
            lineJoin(),
            means);
  }

  private boolean hasLines() {
    return kind == SchemeKind.FIXED_LINES || kind == SchemeKind.FITTED_LINES;
  }

  private String lineColumns() {
    return switch (kind) {
      case FIXED_LINES -> ", " + LINE_REFERENCE + " as line_reference";
      case FITTED_LINES ->
          ", " + LINE_REFERENCE + " as line_reference, l.powertrain is null as by_mean";
      case CATEGORY_MEAN, ABSOLUTE_BANDS -> "";
    };
  }

  private String lineJoin() {
    if (!hasLines()) {
      return "";
    }
    String values =
        lines.isEmpty()
            ? "(null::text, null::numeric, null::numeric)"
            : lines.entrySet().stream()
                .map(
                    line ->
                        "('%s', %s::numeric, %s::numeric)"
                            .formatted(
                                line.getKey().name(),
                                line.getValue().interceptGramsPerKm().toPlainString(),
                                line.getValue().slopeGramsPerKmPerKg().toPlainString()))
                .collect(Collectors.joining(", "));
    return "\n left join (values %s) l (powertrain, intercept, slope) on l.powertrain = p.powertrain"
        .formatted(values);
  }

  private String byLineOrMean(String byLine, String byMean) {
    return switch (kind) {
      case FIXED_LINES, ABSOLUTE_BANDS -> byLine;
      case FITTED_LINES -> "case when by_mean then %s else %s end".formatted(byMean, byLine);
      case CATEGORY_MEAN -> byMean;
    };
  }

  private String reference() {
    return kind == SchemeKind.ABSOLUTE_BANDS
        ? ONE_GRAM
        : byLineOrMean("line_reference", "m.mean_grams_per_km");
  }

  private String byLine() {
    return kind == SchemeKind.ABSOLUTE_BANDS
        ? bands("footprint_grams_per_km", "", "false")
        : bands("footprint_grams_per_km", " * line_reference", "line_reference is null");
  }

  private String byMean() {
    return bands("footprint_grams_per_km * m.models", " * m.footprint_sum", "m.models is null");
  }

  /** The best class whose bound holds: {@code value <= bound * measure}. */
  private String bands(String value, String timesMeasure, String missing) {
    StringBuilder expression = new StringBuilder("case when " + missing + " then null");
    int number = 1;
    for (BigDecimal bound : scheme.bounds().upperBounds()) {
      expression
          .append(" when ")
          .append(value)
          .append(" <= ")
          .append(bound.toPlainString())
          .append(timesMeasure)
          .append(" then ")
          .append(number++);
    }
    return expression.append(" else ").append(number).append(" end::smallint").toString();
  }

  private String ratioToLine() {
    return "round(footprint_grams_per_km / %s, 6)"
        .formatted(kind == SchemeKind.ABSOLUTE_BANDS ? ONE_GRAM : "line_reference");
  }

  private String unratedReason() {
    return kind == SchemeKind.ABSOLUTE_BANDS
        ? "null::text"
        : byLineOrMean(
            "case when line_reference is not null then null"
                + " when curb_mass_kg is null then 'NO_CURB_MASS' else 'NO_LINE' end",
            "case when m.models is null then 'NO_CATEGORY_MEAN' end");
  }
}
