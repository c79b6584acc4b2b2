package org.carbonpublicity.disclosure.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.carbonpublicity.disclosure.fixture.RandomVehicles;
import org.carbonpublicity.disclosure.footprint.InvalidFactorSetException.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorSetRulesTest {

  private static final FactorSet SEEDED = RandomVehicles.factorSet();

  @Test
  void acceptsTheSetThatComesWithTheService() {
    assertThat(draft(lines(line -> line)).checked(SEEDED.id())).isEqualTo(SEEDED);
  }

  @Test
  void everyRequiredFactorIsMissedWhenItIsNotThere() {
    assertThat(FactorCatalogue.requiredFactors()).hasSizeGreaterThan(50);
    for (String name : FactorCatalogue.requiredFactors().keySet()) {
      List<@Nullable FactorDraft> without = lines(line -> line);
      without.removeIf(line -> line.name().equals(name));

      assertThat(violations(draft(without)))
          .extracting(Violation::field, Violation::code)
          .containsExactly(tuple("factors[" + name + "]", "missing"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "grid, value, -0.1, negative",
    "grid, value, 1e999999999, too-many-digits",
    "grid, value, 0.1234567890123, too-many-digits",
    "grid, value, , missing",
    "grid, unit, kg/kWh, unknown-unit",
    "grid, unit, , missing",
    "grid, source, , missing",
    "grid, effectiveFrom, , missing",
    "grid, effectiveFrom, 2024-02-30, not-a-date",
    "grid, effectiveFrom, 2024-01-02, not-yet-effective",
    "lifetimeKm, value, 0, not-positive",
    "batteryMass.LFP, value, 0, not-positive",
    "bodyShare.BATTERY.steel, value, 0.4899, shares-not-one",
    "tyreShare.steel, value, 0.34, shares-not-one",
    "leadAcidShare.lead, value, 0.9, shares-not-one",
    "material.glass, name, material.wood, unknown-material",
    "refrigerant.R1234yf.gwp, name, refrigerant.R744.gwp, unknown-factor",
    "refrigerant.R1234yf.gwp, name, material.a.b, unknown-factor",
    "refrigerant.R1234yf.gwp, name, grid, duplicate",
    "refrigerant.R1234yf.gwp, name, , missing",
  })
  void tellsWhatIsWrongWithAFactor(String factor, String field, String value, String code) {
    FactorSetDraft draft =
        draft(lines(line -> factor.equals(line.name()) ? with(line, field, value) : line));

    assertThat(violations(draft)).extracting(Violation::code).contains(code);
  }

  @Test
  void tellsAllFaultsAtOnce() {
    List<@Nullable FactorDraft> lines =
        lines(
            line ->
                "grid".equals(line.name())
                    ? new FactorDraft("grid", null, null, null, null)
                    : line);
    lines.add(null);
    FactorSetDraft draft =
        new FactorSetDraft("half \ud800", null, null, "bell \u0007", "soon", "other", lines);

    assertThat(violations(draft))
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "title",
            "titleZh",
            "note",
            "effectiveFrom",
            "methodology",
            "illustrative",
            "factors[grid].value",
            "factors[grid].unit",
            "factors[grid].source",
            "factors[grid].effectiveFrom",
            "factors[" + (lines.size() - 1) + "]");
  }

  @Test
  void needsFactorsAndNotTooMany() {
    List<@Nullable FactorDraft> many = new ArrayList<>();
    for (int i = 0; i < 501; i++) {
      many.add(null);
    }

    assertThat(violations(draft(new ArrayList<>())))
        .extracting(Violation::code)
        .containsExactly("missing");
    assertThat(violations(draft(many))).extracting(Violation::code).containsExactly("too-many");
  }

  private static List<Violation> violations(FactorSetDraft draft) {
    return catchThrowableOfType(InvalidFactorSetException.class, () -> draft.checked("id"))
        .violations();
  }

  private static FactorSetDraft draft(List<@Nullable FactorDraft> lines) {
    return new FactorSetDraft(
        SEEDED.title(),
        SEEDED.titleZh(),
        true,
        SEEDED.note(),
        SEEDED.effectiveFrom().toString(),
        SEEDED.methodology(),
        lines);
  }

  private static List<@Nullable FactorDraft> lines(Function<FactorDraft, FactorDraft> change) {
    List<@Nullable FactorDraft> lines = new ArrayList<>();
    for (Factor factor : SEEDED.factors()) {
      lines.add(
          change.apply(
              new FactorDraft(
                  factor.name(),
                  factor.value(),
                  factor.unit(),
                  factor.source(),
                  factor.effectiveFrom().toString())));
    }
    return lines;
  }

  private static FactorDraft with(FactorDraft line, String field, @Nullable String value) {
    return new FactorDraft(
        field.equals("name") ? value : line.name(),
        field.equals("value") ? (value == null ? null : new BigDecimal(value)) : line.value(),
        field.equals("unit") ? value : line.unit(),
        field.equals("source") ? value : line.source(),
        field.equals("effectiveFrom") ? value : line.effectiveFrom());
  }
}
