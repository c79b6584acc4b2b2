package org.carbonpublicity.assessment.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carbonpublicity.assessment.training.CertificateNumber.Fault;

class CertificateNumberPropertyTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** Places of a number that are not fixed: the year and the code. */
  private static final int[] PLACES = {3, 4, 5, 6, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18};

  @Property(tries = 60)
  void noticesEveryWrongCharacterAndEveryExchange(
      @ForAll long seed, @ForAll @IntRange(min = 2024, max = 2099) int year) {
    String number = CertificateNumber.of(year, new Random(seed)).text();
    assertThat(CertificateNumber.parse(number)).hasValue(new CertificateNumber(number));

    for (int place : PLACES) {
      String possible = place < 7 ? "0123456789" : ALPHABET;
      for (char other : possible.toCharArray()) {
        if (other != number.charAt(place)) {
          assertMistyped(replaced(number, place, other));
        }
      }
      for (int second : PLACES) {
        boolean both = (place < 7) == (second < 7);
        if (both && number.charAt(place) != number.charAt(second)) {
          String one = replaced(number, place, number.charAt(second));
          assertMistyped(replaced(one, second, number.charAt(place)));
        }
      }
    }
  }

  private static void assertMistyped(String typed) {
    assertThat(CertificateNumber.parse(typed)).as(typed).isEmpty();
    assertThat(CertificateNumber.fault(typed)).as(typed).hasValue(Fault.CHECK);
  }

  private static String replaced(String text, int place, char other) {
    return text.substring(0, place) + other + text.substring(place + 1);
  }
}
