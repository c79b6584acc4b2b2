package org.carbonpublicity.disclosure.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultLogTest {

  private final FaultLog faults = new FaultLog();

  @Test
  void listsAThousandAndCountsAll() {
    for (int row = 2; row < 1_502; row++) {
      faults.add(row, Column.BRAND, "missing-value", "a value is needed", null);
    }

    assertThat(faults.total()).isEqualTo(1_500);
    assertThat(faults.listed()).hasSize(1_000).last().extracting(RowFault::row).isEqualTo(1_001L);
  }

  @Test
  void sortsInWhatIsFoundAfterReading() {
    for (int row = 2; row < 1_502; row++) {
      faults.add(row, Column.BRAND, "missing-value", "a value is needed", null);
    }

    faults.addFound(List.of(new RowFault(3, "model_code", "duplicate-model", "twice", "X")), 7);

    assertThat(faults.total()).isEqualTo(1_507);
    assertThat(faults.listed()).hasSize(1_000);
    assertThat(faults.listed().subList(0, 3))
        .extracting(RowFault::code)
        .containsExactly("missing-value", "missing-value", "duplicate-model");
  }

  @Test
  void speaksOfTheRowAtHand() {
    faults.add(2, null, "extra-cells", "more cells", null);
    boolean faulty = faults.rowIsClean();

    faults.startRow();

    assertThat(faulty).isFalse();
    assertThat(faults.rowIsClean()).isTrue();
  }
}
