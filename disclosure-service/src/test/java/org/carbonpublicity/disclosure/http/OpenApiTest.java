package org.carbonpublicity.disclosure.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class OpenApiTest {

  private static final Path COMMITTED = Path.of("src/main/openapi/openapi.yaml");

  /**
   * After a change that is meant: {@code OPENAPI_WRITE=true} in the environment writes the file
   * anew.
   */
  @Test
  void theCommittedDescriptionIsTheOneServed() throws IOException {
    String served = given().get("/q/openapi").then().statusCode(200).extract().asString();

    if ("true".equals(System.getenv("OPENAPI_WRITE"))) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, served);
    }

    assertThat(served).isEqualTo(Files.readString(COMMITTED));
  }

  @Test
  void everyOperationSaysHowItSucceeds() {
    Map<String, Map<String, Map<String, Object>>> paths =
        given().get("/q/openapi?format=json").jsonPath().getMap("paths");

    assertThat(paths)
        .isNotEmpty()
        .allSatisfy(
            (path, operations) ->
                assertThat(operations)
                    .allSatisfy(
                        (method, operation) ->
                            assertThat(((Map<?, ?>) operation.get("responses")).keySet())
                                .as(method)
                                .anyMatch(status -> status.toString().startsWith("2"))));
  }
}
