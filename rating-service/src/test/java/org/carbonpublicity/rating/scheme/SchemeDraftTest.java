package org.carbonpublicity.rating.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.carbonpublicity.rating.scheme.SchemeDraft.Line;
import org.junit.jupiter.api.Test;

class SchemeDraftTest {

  @Test
  void aCompleteDraftBecomesAScheme() {
    RatingScheme scheme =
        draft(Map.of("BEV", line("18", "0.1")), bounds("0.9", "1", "1.1", "1.2")).check();

    assertThat(scheme.reference())
        .isEqualTo(new FixedLines(Map.of(Powertrain.BEV, RatingSchemeTest.line("18", "0.1"))));
    assertThat(scheme.bounds().upperBounds())
        .containsExactly(
            new BigDecimal("0.9"),
            new BigDecimal("1"),
            new BigDecimal("1.1"),
            new BigDecimal("1.2"));
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    Map<String, Line> lines = new HashMap<>();
    lines.put("STEAM", line("1", "1"));
    lines.put("BEV", line("1", "-0.1"));
    lines.put("HEV", line("0", "0"));
    lines.put("PHEV", new Line(null, BigDecimal.ONE));
    lines.put("DIESEL", null);
    lines.put("GASOLINE", line("1e30", "0.1"));
    Map<String, BigDecimal> bounds = bounds("0.9", "0.9", "1.1", "1.2");
    bounds.put("5", BigDecimal.TEN);
    bounds.remove("4");
    SchemeDraft draft = new SchemeDraft("s", "GUESS", " ", "x".repeat(201), "a\0b", lines, bounds);

    InvalidSchemeException refused =
        catchThrowableOfType(InvalidSchemeException.class, draft::check);

    assertThat(refused.violations())
        .extracting(fault -> fault.field() + " " + fault.code())
        .containsExactlyInAnyOrder(
            "kind unknown-kind",
            "title required",
            "titleZh too-long",
            "note invalid-character",
            "lines.STEAM unknown-powertrain",
            "lines.BEV.slopeGramsPerKmPerKg negative",
            "lines.HEV never-positive",
            "lines.PHEV.interceptGramsPerKm required",
            "lines.DIESEL required",
            "lines.GASOLINE.interceptGramsPerKm out-of-range",
            "classUpperBounds.5 unknown-class",
            "classUpperBounds.2 not-ascending",
            "classUpperBounds.4 required");
  }

  @Test
  void anEmptyDraftIsRefused() {
    SchemeDraft draft = new SchemeDraft("s", null, "T", "题", null, null, null);

    InvalidSchemeException refused =
        catchThrowableOfType(InvalidSchemeException.class, draft::check);

    assertThat(refused.violations())
        .extracting(SchemeViolation::field)
        .containsExactly(
            "lines",
            "classUpperBounds.1",
            "classUpperBounds.2",
            "classUpperBounds.3",
            "classUpperBounds.4");
  }

  private static SchemeDraft draft(Map<String, Line> lines, Map<String, BigDecimal> bounds) {
    return new SchemeDraft("s", null, "Title", "标题", null, lines, bounds);
  }

  private static Line line(String intercept, String slope) {
    return new Line(new BigDecimal(intercept), new BigDecimal(slope));
  }

  private static Map<String, BigDecimal> bounds(String... values) {
    Map<String, BigDecimal> bounds = new HashMap<>();
    for (String value : values) {
      bounds.put(Integer.toString(bounds.size() + 1), new BigDecimal(value));
    }
    return bounds;
  }
}
