package org.carbonpublicity.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.reporting.testing.Reports;
import org.junit.jupiter.api.Test;

/**
 * The committed contract is the one that is served. After a change that is meant: {@code
 * OPENAPI_WRITE=true} in the environment writes it.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class OpenApiTest {

  @Test
  void theCommittedContractIsServed() throws IOException {
    String served = Reports.client().accept("application/yaml").get("/q/openapi").asString();
    Files.writeString(Path.of("target/openapi.yaml"), served);

    if ("true".equals(System.getenv("OPENAPI_WRITE"))) {
      Files.writeString(Path.of("src/main/openapi/openapi.yaml"), served);
    }
    assertThat(served).isEqualTo(Files.readString(Path.of("src/main/openapi/openapi.yaml")));
  }
}
