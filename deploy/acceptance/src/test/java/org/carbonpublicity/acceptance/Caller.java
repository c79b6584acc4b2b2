package org.carbonpublicity.acceptance;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Calls the platform through its front door as one of the demo clients, or as the public. */
final class Caller {

  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private final URI address;
  private final String client;

  private Caller(URI address, String client) {
    this.address = address;
    this.client = client;
  }

  /** Somebody without a token. */
  static Caller anyone(URI address) {
    return new Caller(address, "");
  }

  /** A demo client, for instance {@code analyst} or {@code automaker.E0001}. */
  static Caller as(String client, URI address) {
    return new Caller(address, client);
  }

  /** A request of this caller; paths in it are relative to the front door. */
  RequestSpecification call() {
    RequestSpecification request = given().baseUri(address.toString()).urlEncodingEnabled(false);
    if (!client.isEmpty()) {
      request.auth().oauth2(TOKENS.computeIfAbsent(address + " " + client, key -> token()));
    }
    return request;
  }

  /** The bearer token of this caller. */
  String token() {
    return given()
        .baseUri(address.toString())
        .contentType(ContentType.URLENC)
        .formParam("grant_type", "client_credentials")
        .formParam("client_id", client)
        .formParam("client_secret", "demo")
        .post("/identity/cpp/token")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }
}
