package org.carbonpublicity.disclosure.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import org.carbonpublicity.disclosure.fixture.FaultCodes;
import org.junit.jupiter.api.Test;

/** A code is a promise: it stands in the README, is made somewhere, and a test makes it happen. */
class FaultCodesTest {

  private final Set<String> documented = FaultCodes.documented();

  @Test
  void standInTheReadme() {
    assertThat(documented).hasSizeGreaterThan(30).containsAll(FaultCodes.ofFeedback());
  }

  @Test
  void areMadeWhereTheReadmeHasThem() {
    String sources = FaultCodes.sources();

    assertThat(documented)
        .allSatisfy(code -> assertThat(sources).as(code).containsPattern("[\"']" + code + "[\"']"));
  }

  /** Alone in a text, or at the end of one that tells row and column as well. */
  @Test
  void haveATestEach() {
    String tests = FaultCodes.tests();

    assertThat(documented)
        .filteredOn(code -> !Pattern.compile("[\" ]" + code + "\"").matcher(tests).find())
        .isEmpty();
  }
}
