package org.carbonpublicity.reporting.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.embedded.testing.Tokens;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads reports as clients do. */
public final class Reports {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Reports() {}

  /** A client without a token. */
  public static RequestSpecification client() {
    // Asked for by ourselves, because a test class prepares its edition before its first test.
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    return RestAssured.given().port(port);
  }

  public static Response get(String path) {
    return getAs(client(), path);
  }

  public static Response getAs(RequestSpecification client, String path) {
    return client.get("/api/v1/reports/" + path);
  }

  public static RequestSpecification member() {
    return client().auth().oauth2(Tokens.member());
  }

  public static List<Map<String, Object>> rows(String path) {
    return rows(get(path));
  }

  public static List<Map<String, Object>> membersRows(String path) {
    return rows(getAs(member(), path));
  }

  private static List<Map<String, Object>> rows(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    return response.jsonPath().getList("rows");
  }

  /** Waits until readers see this edition as the latest. */
  public static void awaitEdition(int edition) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(get("latest/tables/3").jsonPath().getInt("edition")).isEqualTo(edition));
  }
}
