package org.carbonpublicity.identity;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import org.jspecify.annotations.Nullable;

/**
 * The demo clients and what their tokens say: {@code analyst}, {@code assessor}, {@code member},
 * {@code automaker.<enterprise code>} and, where several assessors are needed, {@code
 * assessor.<name>}, all with the secret {@code demo}.
 */
final class ClientRoles implements OAuth2TokenCallback {

  static final String ISSUER_ID = "cpp";
  private static final String SECRET = "demo";
  private static final String AUTOMAKER = "automaker.";
  private static final String ASSESSOR = "assessor.";
  private static final Set<String> ROLES = Set.of("analyst", "assessor", "member");
  private static final long EXPIRY_SECONDS = 3_600;

  private final @Nullable String issuer;

  /**
   * Makes the callback.
   *
   * @param issuer what tokens name as their issuer; null for the address the request came in by
   */
  ClientRoles(@Nullable String issuer) {
    this.issuer = issuer;
  }

  @Override
  public String issuerId() {
    return ISSUER_ID;
  }

  @Override
  public String subject(TokenRequest request) {
    return clientId(request);
  }

  @Override
  public String typeHeader(TokenRequest request) {
    return "JWT";
  }

  @Override
  public List<String> audience(TokenRequest request) {
    return List.of(ISSUER_ID);
  }

  @Override
  public Map<String, Object> addClaims(TokenRequest request) {
    String client = clientId(request);
    Map<String, Object> claims = new HashMap<>();
    if (issuer != null) {
      claims.put("iss", issuer);
    }
    if (client.startsWith(AUTOMAKER)) {
      claims.put("groups", List.of("automaker"));
      claims.put("enterprise", List.of(client.substring(AUTOMAKER.length())));
    } else {
      claims.put("groups", List.of(isNamed(client, ASSESSOR) ? "assessor" : client));
    }
    return claims;
  }

  @Override
  public long tokenExpiry() {
    return EXPIRY_SECONDS;
  }

  private static String clientId(TokenRequest request) {
    ClientAuthentication authentication = request.getClientAuthentication();
    if (!(authentication instanceof PlainClientSecret secret)
        || !SECRET.equals(secret.getClientSecret().getValue())) {
      throw new OAuth2Exception(OAuth2Error.INVALID_CLIENT, "the client secret is wrong");
    }
    String client = authentication.getClientID().getValue();
    boolean named = isNamed(client, AUTOMAKER) || isNamed(client, ASSESSOR);
    if (!named && !ROLES.contains(client)) {
      throw new OAuth2Exception(OAuth2Error.INVALID_CLIENT, "there is no client " + client);
    }
    return client;
  }

  private static boolean isNamed(String client, String kind) {
    return client.startsWith(kind) && client.length() > kind.length();
  }
}
