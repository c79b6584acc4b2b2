package org.carbonpublicity.disclosure.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.junit.jupiter.api.Test;

/** What an import alone is refused for. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ImportRefusalTest {

  private static final int TOO_MANY = 10_001;

  @Inject Platform platform;

  @Test
  void refusesAModelThatTheBatchHoldsAlready() {
    int batch = platform.draft();
    String enterprise = platform.enterprise("Twice " + batch);
    String row = Platform.gasoline(enterprise, "TW-" + batch, 6.0);
    platform.importCsv(batch, "", Platform.form(row)).statusCode(201);

    platform
        .importCsv(batch, "", Platform.form(Platform.gasoline(enterprise, "TX-" + batch, 6.0), row))
        .statusCode(422)
        .body("errors", hasSize(1))
        .body("errors[0].row", equalTo(3))
        .body("errors[0].column", equalTo("model_code"))
        .body("errors[0].code", equalTo("already-in-batch"));
    assertThat(stored(batch)).isEqualTo(1);
  }

  @Test
  void refusesToRegisterMoreThan10000Enterprises() {
    int batch = platform.draft();
    long before = platform.count("select count(*) from enterprise");
    String[] rows =
        IntStream.range(0, TOO_MANY)
            .mapToObj(n -> Platform.gasoline("Crowd " + n, "CR-" + batch + "-" + n, 6.0))
            .toArray(String[]::new);

    platform
        .importCsv(batch, "?registerUnknown=true", Platform.form(rows))
        .statusCode(422)
        .body("type", equalTo("/problems/unreadable-form"))
        .body("errors[0].code", equalTo("too-many-enterprises"));
    assertThat(stored(batch)).isZero();
    assertThat(platform.count("select count(*) from enterprise")).isEqualTo(before);
  }

  private long stored(int batch) {
    return platform.count("select count(*) from footprint_revision where batch = " + batch);
  }
}
