package org.carbonpublicity.embedded.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.carbonpublicity.embedded.KafkaBroker;
import org.carbonpublicity.embedded.PostgresServer;
import org.carbonpublicity.embedded.PostgresServer.Durability;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Quarkus test a fresh database on a real PostgreSQL, a real and empty Kafka broker and a
 * key to verify the {@link Tokens}.
 *
 * <p>Embedded by default; {@code -Dinfra=testcontainers} takes containers where Docker is present.
 */
public final class EmbeddedInfrastructure implements QuarkusTestResourceLifecycleManager {

  private @Nullable AutoCloseable kafka;
  private @Nullable AutoCloseable postgres;
  private @Nullable Path directory;

  @Override
  public Map<String, String> start() {
    String database = "test_" + UUID.randomUUID().toString().replace("-", "");
    Map<String, String> settings = new HashMap<>();
    if ("testcontainers".equals(System.getProperty("infra"))) {
      ContainerInfrastructure containers = ContainerInfrastructure.start(database);
      kafka = containers;
      settings.putAll(containers.settings());
    } else {
      settings.putAll(startEmbedded(database));
    }
    settings.put("quarkus.datasource.username", "test");
    settings.put("quarkus.datasource.password", "test");
    settings.put("quarkus.oidc.public-key", Tokens.publicKey());
    return settings;
  }

  private Map<String, String> startEmbedded(String database) {
    try {
      directory = Files.createTempDirectory("cpp-test-");
      PostgresServer server =
          PostgresServer.start(directory.resolve("postgres"), 0, Durability.FAST);
      postgres = server;
      server.createDatabase(database, "test", "test");
      KafkaBroker broker = KafkaBroker.start(directory.resolve("kafka"), 0);
      kafka = broker;
      return Map.of(
          "quarkus.datasource.jdbc.url",
          server.jdbcUrl(database),
          "kafka.bootstrap.servers",
          broker.bootstrapServers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    close(kafka);
    close(postgres);
    if (directory != null) {
      deleteTree(directory);
    }
  }

  private static void close(@Nullable AutoCloseable resource) {
    if (resource == null) {
      return;
    }
    try {
      resource.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void deleteTree(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
