package org.carbonpublicity.rating.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelRulesTest {

  @Property(tries = 200)
  void aSerialNumberIsReadAsItIsWritten(
      @ForAll @IntRange(min = 2000, max = 9999) int year,
      @ForAll @IntRange(min = 1, max = 999_999_999) int number) {
    SerialNumber serial = new SerialNumber(year, number);

    assertThat(SerialNumber.parse(serial.toString())).contains(serial);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CPP-2026-000000",
        "CPP-2026-0000001",
        "CPP-2026-1",
        "cpp-2026-000001",
        "CPP-2026-000001 ",
        "CPP-2026-00000١"
      })
  void oneNumberHasOneSpelling(String text) {
    assertThat(SerialNumber.parse(text)).isEmpty();
    assertThatThrownBy(() -> new SerialNumber(2026, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsOverStaysOver() {
    for (LabelState state :
        new LabelState[] {LabelState.REJECTED, LabelState.REVOKED, LabelState.EXPIRED}) {
      assertThat(state.transitions()).isEmpty();
    }
    assertThat(LabelState.APPLIED.transitions())
        .containsExactly(LabelTransition.APPROVAL, LabelTransition.REJECTION);
    assertThat(LabelState.SUSPENDED.transitions())
        .containsExactly(LabelTransition.REINSTATEMENT, LabelTransition.REVOCATION);
  }
}
