package org.carbonpublicity.embedded.testing;

import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same as the embedded servers, in containers. */
final class ContainerInfrastructure implements AutoCloseable {

  private final PostgreSQLContainer postgres;
  private final KafkaContainer kafka;

  private ContainerInfrastructure(PostgreSQLContainer postgres, KafkaContainer kafka) {
    this.postgres = postgres;
    this.kafka = kafka;
  }

  @SuppressWarnings("resource") // Closed with this object.
  static ContainerInfrastructure start(String database) {
    PostgreSQLContainer postgres =
        new PostgreSQLContainer("postgres:18")
            .withDatabaseName(database)
            .withUsername("test")
            .withPassword("test");
    KafkaContainer kafka =
        new KafkaContainer("apache/kafka:4.1.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    postgres.start();
    kafka.start();
    return new ContainerInfrastructure(postgres, kafka);
  }

  Map<String, String> settings() {
    return Map.of(
        "quarkus.datasource.jdbc.url",
        postgres.getJdbcUrl(),
        "kafka.bootstrap.servers",
        kafka.getBootstrapServers());
  }

  @Override
  public void close() {
    kafka.stop();
    postgres.stop();
  }
}
