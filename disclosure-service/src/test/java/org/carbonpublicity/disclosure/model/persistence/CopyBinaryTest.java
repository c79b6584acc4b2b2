package org.carbonpublicity.disclosure.model.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The server reads what was written, compared by what it makes of it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class CopyBinaryTest {

  @Inject Database database;

  @Test
  void numbersArriveToTheLastDigit() {
    List<BigDecimal> numbers = new ArrayList<>();
    for (String text :
        List.of("0", "0.00", "1", "9999", "10000", "10000.0001", "0.0001", "0.00012345", "-12.5")) {
      numbers.add(new BigDecimal(text));
    }
    Random random = new Random(20_240_930);
    for (int n = 0; n < 5_000; n++) {
      numbers.add(
          new BigDecimal(new BigInteger(random.nextInt(110), random), random.nextInt(20))
              .multiply(BigDecimal.valueOf(random.nextInt(5) == 0 ? -1 : 1)));
    }
    numbers.add(null);

    CopyBinary rows = new CopyBinary().begin();
    for (int n = 0; n < numbers.size(); n++) {
      rows.row(2).field(n).field(numbers.get(n));
    }

    // As texts: the decimals that there are belong to a number, zeros at the end too.
    assertThat(read("n integer, v numeric", "v::text", rows.end()))
        .containsExactlyElementsOf(
            numbers.stream().map(n -> n == null ? null : n.toPlainString()).toList());
  }

  @Test
  void textsAndTheRestArriveAsTheyAre() {
    Instant at = Instant.parse("2026-11-25T17:45:26.123456Z");
    UUID id = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    CopyBinary rows =
        new CopyBinary()
            .begin()
            .row(5)
            .field("考拉S 🚗\t\\N\n")
            .field(true)
            .field(at)
            .field(id)
            .field(-7)
            .row(5)
            .field((String) null)
            .field(false)
            .field(Instant.parse("1999-12-31T23:59:59.999999Z"))
            .field((UUID) null)
            .field((Integer) null)
            .end();

    assertThat(
            read(
                "t text, b boolean, a timestamptz, u uuid, i integer",
                "concat_ws('|', t, b, a at time zone 'UTC', u, i)",
                rows))
        .containsExactly(
            "考拉S 🚗\t\\N\n|t|2026-11-25 17:45:26.123456|" + id + "|-7",
            "f|1999-12-31 23:59:59.999999");
  }

  private List<String> read(String columns, String shown, CopyBinary rows) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              database.update("create temporary table copied (" + columns + ") on commit drop");
              database.with(
                  connection -> {
                    CopyIn copy =
                        connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy copied from stdin (format binary)");
                    copy.writeToCopy(rows.bytes(), 0, rows.length());
                    return copy.endCopy();
                  });
              return database.with(
                  connection -> {
                    try (var statement = connection.createStatement();
                        var found = statement.executeQuery("select " + shown + " from copied")) {
                      List<String> texts = new ArrayList<>();
                      while (found.next()) {
                        texts.add(found.getString(1));
                      }
                      return texts;
                    }
                  });
            });
  }
}
