package org.carbonpublicity.identity;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jspecify.annotations.Nullable;

/**
 * Gives tokens to the demo clients by the client-credentials grant at {@code /cpp/token}, on
 * loopback only. For the local run and the tests; production has a real identity provider.
 */
public final class IdentityServer implements AutoCloseable {

  private final MockOAuth2Server server;

  private IdentityServer(MockOAuth2Server server) {
    this.server = server;
  }

  /**
   * Starts the server.
   *
   * @param port 0 for any free one
   * @param issuer what tokens name as their issuer; null for the address of the request
   * @param keyFile where the signing key is kept; null for a key that lives as long as this process
   */
  public static IdentityServer start(int port, @Nullable String issuer, @Nullable Path keyFile) {
    KeyProvider keys = new KeyProvider(List.of(SigningKey.load(keyFile)), "RS256");
    OAuth2Config config =
        new OAuth2Config(
            false,
            null,
            null,
            false,
            new OAuth2TokenProvider(keys),
            Set.of(new ClientRoles(issuer)),
            new NettyWrapper());
    MockOAuth2Server server = new MockOAuth2Server(config);
    server.start(InetAddress.getLoopbackAddress(), port);
    return new IdentityServer(server);
  }

  /** The port it listens on. */
  public int port() {
    return server.baseUrl().port();
  }

  @Override
  public void close() {
    server.shutdown();
  }

  /** Settings from the environment: {@code PORT}, {@code ISSUER}, {@code KEY_FILE}. */
  public static void main(String[] arguments) {
    String port = System.getenv().getOrDefault("PORT", "0");
    String keyFile = System.getenv("KEY_FILE");
    IdentityServer server =
        start(
            Integer.parseInt(port),
            System.getenv("ISSUER"),
            keyFile == null ? null : Path.of(keyFile));
    System.out.println("identity listening on " + server.port());
  }
}
