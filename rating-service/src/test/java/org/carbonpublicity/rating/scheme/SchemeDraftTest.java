package org.carbonpublicity.rating.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.rating.scheme.SchemeDraft.Label;
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
    SchemeDraft draft =
        new SchemeDraft(
            "s",
            "GUESS",
            " ",
            "x".repeat(201),
            "a\0b",
            lines,
            bounds,
            List.of(
                new Label(1, "Green", "绿", "#1A9850"),
                new Label(2, "Green", "绿", "green"),
                new Label(2, "Yellow", "黄", "#FFFF00"),
                new Label(3, " ", "黄", "#FFFF00"),
                new Label(5, "Red", "红".repeat(41), "#D73027"),
                new Label(6, "Black", "黑", "#000000")),
            "2026-13-01",
            "0001-01-01");

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
            "classUpperBounds.4 required",
            "classes.2.class duplicate-class",
            "classes.5.class unknown-class",
            "classes.3 duplicate-name",
            "classes.3.name required",
            "classes.4 required",
            "classes.5.nameZh too-long",
            "validFrom not-a-day",
            "validTo not-a-day");
  }

  @Test
  void anEmptyDraftIsRefused() {
    SchemeDraft draft = new SchemeDraft("s", null, "T", "题", null, null, null, null, null, null);

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

  @Test
  void otherKindsStateNoLines() {
    for (SchemeKind kind :
        List.of(SchemeKind.FITTED_LINES, SchemeKind.CATEGORY_MEAN, SchemeKind.ABSOLUTE_BANDS)) {
      assertThat(of(kind, null).check().reference().kind()).isEqualTo(kind);
      InvalidSchemeException refused =
          catchThrowableOfType(
              InvalidSchemeException.class,
              () -> of(kind, Map.of("BEV", line("18", "0.1"))).check());
      assertThat(refused.violations())
          .extracting(SchemeViolation::code)
          .containsExactly("not-applicable");
    }
  }

  @Test
  void aSchemeHasItsOwnNamesColoursAndDays() {
    List<Label> labels = new ArrayList<>();
    for (int i = 5; i >= 1; i--) {
      labels.add(new Label(i, "Class " + i, "第" + i + "级", "#00000" + i));
    }
    RatingScheme scheme =
        new SchemeDraft(
                "s",
                "ABSOLUTE_BANDS",
                "T",
                "题",
                null,
                null,
                bounds("100", "150", "200", "250"),
                labels,
                "2026-01-01",
                "2026-12-31")
            .check();

    assertThat(scheme.label(RatingClass.MODERATE))
        .isEqualTo(new ClassLabel("Class 3", "第3级", "#000003"));
    assertThat(scheme.validity().includes(LocalDate.parse("2025-12-31"))).isFalse();
    assertThat(scheme.validity().includes(LocalDate.parse("2026-01-01"))).isTrue();
    assertThat(scheme.validity().includes(LocalDate.parse("2026-12-31"))).isTrue();
    assertThat(scheme.validity().isOver(LocalDate.parse("2027-01-01"))).isTrue();
  }

  private static SchemeDraft of(SchemeKind kind, Map<String, Line> lines) {
    return new SchemeDraft(
        "s",
        kind.name(),
        "T",
        "题",
        null,
        lines,
        bounds("0.9", "1", "1.1", "1.2"),
        null,
        null,
        null);
  }

  private static SchemeDraft draft(Map<String, Line> lines, Map<String, BigDecimal> bounds) {
    return new SchemeDraft("s", null, "Title", "标题", null, lines, bounds, null, null, null);
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
