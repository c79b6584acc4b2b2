package org.carbonpublicity.disclosure.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carbonpublicity.disclosure.fixture.Forms;
import org.carbonpublicity.disclosure.fixture.Forms.Reading;
import org.carbonpublicity.disclosure.fixture.Mutations;
import org.carbonpublicity.disclosure.fixture.Workbooks;
import org.carbonpublicity.disclosure.fixture.Workbooks.Part;
import org.carbonpublicity.disclosure.form.VehicleForm.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is sent: rows with their faults, or a file that is refused; nothing else ever. */
@Timeout(120)
class VehicleFormFuzzTest {

  private static final Map<String, String> CHINESE =
      Forms.with(Forms.with(Forms.bev(), "enterprise", "北汽新能源"), "model_name", "考拉S 🚗");

  private final Map<String, Integer> seen = new HashMap<>();

  @Test
  void readsOrRefusesAMutatedCsv() {
    String form =
        Forms.csv(Forms.gasoline(), CHINESE, Forms.with(Forms.bev(), "group", "a \"b\", c"));
    List<byte[]> files =
        List.of(
            form.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + form).getBytes(StandardCharsets.UTF_8),
            form.getBytes(Charset.forName("GB18030")));

    for (int seed = 0; seed < 6_000; seed++) {
      Mutations mutations = new Mutations(seed);
      check(seed, mutations.of(mutations.oneOf(files)), Format.CSV);
    }

    assertSeenBoth();
  }

  @Test
  void readsOrRefusesMutatedCells() {
    for (int seed = 0; seed < 4_000; seed++) {
      Mutations mutations = new Mutations(seed);
      List<String> header = Forms.HEADER;
      Map<String, String> row = Forms.with(CHINESE, mutations.oneOf(header), mutations.nasty());
      row.put(mutations.oneOf(header), mutations.nasty() + mutations.nasty());
      String form = Forms.csv(Forms.gasoline(), row);
      if (mutations.below(4) == 0) {
        form = form.replaceFirst(mutations.oneOf(header), "\"" + mutations.nasty() + "\"");
      }
      check(seed, form.getBytes(StandardCharsets.UTF_8), Format.CSV);
    }

    assertSeenBoth();
  }

  @Test
  void readsOrRefusesAMutatedArchive() {
    byte[] file = Forms.workbook(Forms.gasoline(), CHINESE);

    for (int seed = 0; seed < 2_000; seed++) {
      check(seed, new Mutations(seed).of(file), Format.XLSX);
      check(seed, new Mutations(seed).bitOf(file), Format.XLSX);
    }

    assertSeenBoth();
  }

  @Test
  void readsOrRefusesMutatedMarkup() {
    Map<String, byte[]> contents = new HashMap<>();
    Workbooks.parts(
            Workbooks.cells(2, Forms.gasoline()),
            Workbooks.cells(3, Forms.with(CHINESE, "enterprise", ""))
                + "<c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"Q3\" s=\"1\"><v>45413</v></c>")
        .forEach((name, part) -> contents.put(name, Workbooks.bytes(part)));
    contents.put(
        Workbooks.STYLES, Workbooks.bytes(Workbooks.styles(List.of("yyyy\"年\"m\"月\""), 0, 164)));

    for (int seed = 0; seed < 4_000; seed++) {
      Mutations mutations = new Mutations(seed);
      Map<String, Part> parts = new HashMap<>();
      contents.forEach((name, bytes) -> parts.put(name, zip -> zip.write(bytes)));
      String name =
          mutations.below(2) == 0
              ? Workbooks.SHEET
              : mutations.oneOf(List.copyOf(new TreeSet<>(contents.keySet())));
      byte[] mutated = mutations.of(contents.get(name));
      parts.put(name, zip -> zip.write(mutated));
      check(seed, Workbooks.zip(parts), Format.XLSX);
    }

    assertSeenBoth();
  }

  private void check(int seed, byte[] file, Format format) {
    try {
      Reading reading = Forms.read(file, format);
      seen.merge("read", 1, Integer::sum);
      Set<Long> faulty = reading.faults().stream().map(RowFault::row).collect(Collectors.toSet());
      for (VehicleRow row : reading.rows()) {
        assertThat(row.vehicle() == null)
            .as("seed %d, row %d", seed, row.row())
            .isEqualTo(faulty.contains(row.row()));
      }
    } catch (InvalidFormException e) {
      seen.merge("refused", 1, Integer::sum);
      assertThat(e.faults()).as("seed %d", seed).isNotEmpty();
    } catch (RuntimeException | Error e) {
      fail("seed " + seed, e);
    }
  }

  /** Else the mutations would say little. */
  private void assertSeenBoth() {
    assertThat(seen).containsOnlyKeys("read", "refused");
    assertThat(seen).allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(50));
  }
}
