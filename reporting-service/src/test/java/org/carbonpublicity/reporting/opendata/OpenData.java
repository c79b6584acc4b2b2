package org.carbonpublicity.reporting.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.carbonpublicity.reporting.testing.Reports;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads open data as clients do. */
final class OpenData {

  private static final String ROOT = "/api/v1/open-data";

  private OpenData() {}

  static Response get(String path) {
    return get(Reports.client(), path);
  }

  /** Without following redirects, and without undoing what the path escapes. */
  static Response get(RequestSpecification client, String path) {
    return client.redirects().follow(false).urlEncodingEnabled(false).get(ROOT + path);
  }

  /** An answer of 200, read by a client that neither asks for nor undoes compression. */
  static HttpResponse<byte[]> bytes(String path, String... headers)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request(path, headers), BodyHandlers.ofByteArray());
  }

  /** An answer whose body is read as its reader goes. */
  static HttpResponse<InputStream> stream(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request(path), BodyHandlers.ofInputStream());
  }

  private static HttpRequest request(String path, String... headers) {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(RestAssured.DEFAULT_URI + ":" + port + ROOT + path));
    return (headers.length == 0 ? request : request.headers(headers)).build();
  }

  static Response ok(String path) {
    Response answer = get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer;
  }

  /** Target of the {@code Link} header of that relation, below the root; "" when there is none. */
  static String link(Response answer, String relation) {
    return answer.headers().getValues("Link").stream()
        .filter(link -> link.endsWith("rel=\"" + relation + '"'))
        .map(link -> link.substring(1 + ROOT.length(), link.indexOf('>')))
        .findFirst()
        .orElse("");
  }
}
