package org.carbonpublicity.disclosure.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carbonpublicity.disclosure.fixture.RandomVehicles;
import org.carbonpublicity.disclosure.model.Powertrain;

class TermFrameTest {

  private final FootprintCalculation calculation =
      new FootprintCalculation(RandomVehicles.factorSet());

  @Property
  void givesBackTheTermsThatWereCalculated(@ForAll Powertrain powertrain, @ForAll int seed)
      throws JsonProcessingException {
    List<Term> terms = terms(powertrain, seed);
    ObjectMapper json = new ObjectMapper();
    TermFrame frame = TermFrame.of(terms, calculation.lifetimeKm());

    TermFrame kept = json.readValue(json.writeValueAsString(frame), TermFrame.class);

    assertThat(kept.terms(TermFrame.amounts(terms))).isEqualTo(terms);
  }

  @Property
  void holdsWhatDiffersInAmountsOnly(@ForAll Powertrain powertrain, @ForAll int seed) {
    List<Term> terms = terms(powertrain, seed);
    List<Term> others = terms(powertrain, seed + 1);
    TermFrame frame = TermFrame.of(terms, calculation.lifetimeKm());

    assertThat(frame.holds(others))
        .isEqualTo(TermFrame.of(others, calculation.lifetimeKm()).equals(frame));
  }

  @Example
  void tellsPowertrainsApart() {
    TermFrame petrol = TermFrame.of(terms(Powertrain.GASOLINE, 1), calculation.lifetimeKm());

    assertThat(petrol.holds(terms(Powertrain.GASOLINE, 2))).isTrue();
    assertThat(petrol.holds(terms(Powertrain.DIESEL, 1))).isFalse();
    assertThat(petrol.holds(terms(Powertrain.BEV, 1))).isFalse();
  }

  private List<Term> terms(Powertrain powertrain, int seed) {
    return calculation.calculate(RandomVehicles.random(new Random(seed), powertrain)).terms();
  }
}
