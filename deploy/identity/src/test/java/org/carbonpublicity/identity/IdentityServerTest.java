package org.carbonpublicity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityServerTest {

  @TempDir Path directory;

  private final HttpClient http = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(strings = {"analyst", "assessor", "member"})
  void givesAClientItsRole(String client) throws Exception {
    try (IdentityServer server = start()) {
      JWTClaimsSet claims = verified(server, token(server, client, "demo").body());

      assertThat(claims.getStringListClaim("groups")).containsExactly(client);
      assertThat(claims.getSubject()).isEqualTo(client);
      assertThat(claims.getIssuer()).isEqualTo("http://issuer/cpp");
      assertThat(claims.getAudience()).containsExactly("cpp");
      assertThat(claims.getClaim("enterprise")).isNull();
    }
  }

  @Test
  void givesAnAutomakerItsEnterprise() throws Exception {
    try (IdentityServer server = start()) {
      JWTClaimsSet claims = verified(server, token(server, "automaker.E0007", "demo").body());

      assertThat(claims.getStringListClaim("groups")).containsExactly("automaker");
      assertThat(claims.getStringListClaim("enterprise")).isEqualTo(List.of("E0007"));
    }
  }

  @Test
  void tellsAssessorsApartByTheirNames() throws Exception {
    try (IdentityServer server = start()) {
      JWTClaimsSet claims = verified(server, token(server, "assessor.li", "demo").body());

      assertThat(claims.getStringListClaim("groups")).containsExactly("assessor");
      assertThat(claims.getSubject()).isEqualTo("assessor.li");
      assertThat(claims.getClaim("enterprise")).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"analyst,wrong", "stranger,demo", "automaker.,demo", "assessor.,demo"})
  void refusesWhoeverItDoesNotKnow(String client, String secret) throws Exception {
    try (IdentityServer server = start()) {
      HttpResponse<String> answer = token(server, client, secret);

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("invalid_client").doesNotContain("access_token");
    }
  }

  @Test
  void acceptsItsTokensAfterARestart() throws Exception {
    String before;
    try (IdentityServer server = start()) {
      before = token(server, "member", "demo").body();
    }
    try (IdentityServer server = start()) {
      assertThat(verified(server, before).getSubject()).isEqualTo("member");
    }
  }

  private IdentityServer start() {
    return IdentityServer.start(0, "http://issuer/cpp", directory.resolve("key.json"));
  }

  private HttpResponse<String> token(IdentityServer server, String client, String secret)
      throws IOException, InterruptedException {
    String form = "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret;
    HttpRequest request =
        HttpRequest.newBuilder(uri(server, "/cpp/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private JWTClaimsSet verified(IdentityServer server, String answer) throws Exception {
    SignedJWT token = SignedJWT.parse(JSONObjectUtils.parse(answer).get("access_token").toString());
    JWKSet keys = JWKSet.load(uri(server, "/cpp/jwks").toURL());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    return token.getJWTClaimsSet();
  }

  private static URI uri(IdentityServer server, String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
