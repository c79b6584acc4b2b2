package org.carbonpublicity.assessment.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.carbonpublicity.assessment.training.CertificateNumber.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateNumberTest {

  @ParameterizedTest
  @CsvSource({
    "CT-2026-7K3QX-9RTM2, CT-2026-7K3QX-9RTM2",
    "ct20267k3qx9rtm2, CT-2026-7K3QX-9RTM2",
    "CT-2026-00000-0001R, CT-2026-00000-0001R",
    "ct-2026-ooooo-oooir, CT-2026-00000-0001R",
    "CT-2026-OOOOO-OOOLR, CT-2026-00000-0001R",
  })
  void readsWhatPeopleType(String typed, String number) {
    assertThat(CertificateNumber.parse(typed)).hasValue(new CertificateNumber(number));
  }

  @ParameterizedTest
  @CsvSource({
    "CT-2026-7K3QX-9RTM, SHAPE",
    "CPP-2026-000001, SHAPE",
    "CT-26-7K3QX-9RTM2, SHAPE",
    "'', SHAPE",
    "CT-2026-7K3QU-9RTM2, CHECK",
    "CT-2026-7K3QX-9RTMM, CHECK",
  })
  void saysWhyATextIsNoNumber(String typed, Fault fault) {
    assertThat(CertificateNumber.parse(typed)).isEmpty();
    assertThat(CertificateNumber.fault(typed)).hasValue(fault);
  }

  @Test
  void hasNineCharactersThatAreRandom() {
    SecureRandom random = new SecureRandom();
    Set<String> numbers = new HashSet<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      String number = CertificateNumber.of(2026, random).text();
      numbers.add(number);
      for (int place = 8; place <= 17; place++) {
        seen.add(place + ":" + number.charAt(place));
      }
    }

    assertThat(numbers).hasSize(2_000);
    // Each of the nine places takes each of the 32 characters: 45 bits. (The tenth is a hyphen.)
    assertThat(seen).hasSize(9 * 32 + 1);
  }
}
