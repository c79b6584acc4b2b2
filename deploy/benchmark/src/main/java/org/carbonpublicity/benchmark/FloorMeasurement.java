package org.carbonpublicity.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Measures the {@link Floor} for a number of models on a running PostgreSQL and broker. */
final class FloorMeasurement {

  private static final int PARTITIONS = 6;
  private static final String TABLE =
      """
      create table %s (model_code text primary key, model_name text, enterprise text,
          enterprise_name text, group_name text, brand text, country_style text, series text,
          powertrain text, body_type text, segment text, curb_mass_kg numeric, price_cny numeric,
          launch_month text, on_sale boolean, batch int, revision int, footprint numeric)
      """;
  private static final String LINES =
      "(values ('GASOLINE', 40, 0.155), ('DIESEL', 80, 0.16), ('HEV', 35, 0.13),"
          + " ('PHEV', 45, 0.095), ('BEV', 18, 0.1)) line (powertrain, intercept, slope)";
  private static final String RATE =
      """
      create table floor_rating as
      with means as (
          select powertrain, body_type, segment, avg(footprint) as mean
          from floor_1 where on_sale group by 1, 2, 3
      )
      select m.*, reference, mean, footprint / reference as ratio,
          case when footprint <= 0.92 * reference then 1 when footprint <= 0.97 * reference then 2
               when footprint <= 1.03 * reference then 3 when footprint <= 1.08 * reference then 4
               else 5 end as class,
          footprint < mean as below
      from floor_1 m
      join means using (powertrain, body_type, segment)
      join %s using (powertrain)
      cross join lateral (select intercept + slope * curb_mass_kg as reference) r
      """
          .formatted(LINES);

  private final String jdbcUrl;
  private final String user;
  private final String password;
  private final String bootstrapServers;

  FloorMeasurement(String jdbcUrl, String user, String password, String bootstrapServers) {
    this.jdbcUrl = jdbcUrl;
    this.user = user;
    this.password = password;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Does the work of the floor once.
   *
   * @param line the model with that number as a line of text {@code COPY} takes
   * @param messageBytes size of the events of each hop
   */
  Floor measure(int models, IntFunction<String> line, int... messageBytes)
      throws SQLException, InterruptedException, ExecutionException {
    Duration copies = Duration.ZERO;
    Duration rating;
    try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password)) {
      for (int hop = 1; hop <= 2; hop++) {
        copies = copies.plus(copy(connection, "floor_" + hop, models, line));
      }
      rating = rate(connection);
      try (Statement statement = connection.createStatement()) {
        statement.execute("drop table floor_1, floor_2, floor_rating");
      }
    }
    Duration messages = Duration.ZERO;
    for (int hop = 0; hop < messageBytes.length; hop++) {
      messages =
          messages.plus(sendAndReceive("floor-" + models + "-" + hop, models, messageBytes[hop]));
    }
    return new Floor(copies, messages, rating);
  }

  private static Duration copy(
      Connection connection, String table, int models, IntFunction<String> line)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLE.formatted(table));
    }
    long start = System.nanoTime();
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
    StringBuilder buffer = new StringBuilder();
    for (int model = 0; model < models; model++) {
      buffer.append(line.apply(model)).append('\n');
      if (buffer.length() > 64_000 || model == models - 1) {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
      }
    }
    copy.endCopy();
    return since(start);
  }

  private static Duration rate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze floor_1");
      statement.execute("set work_mem = '128MB'");
      long start = System.nanoTime();
      statement.execute(RATE);
      statement.execute("alter table floor_rating add primary key (model_code)");
      return since(start);
    }
  }

  private Duration sendAndReceive(String topic, int messages, int bytes)
      throws InterruptedException, ExecutionException {
    List<TopicPartition> partitions = create(topic);
    byte[][] payloads = payloads(bytes);
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.put("compression.type", "lz4");
    settings.put("linger.ms", "10");
    settings.put("batch.size", "131072");
    long start = System.nanoTime();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<?>> last = new ArrayList<>();
      for (int n = 0; n < messages; n++) {
        byte[] key = ("M" + n).getBytes(StandardCharsets.UTF_8);
        Future<?> sent =
            producer.send(new ProducerRecord<>(topic, key, payloads[n % payloads.length]));
        if (n >= messages - 1_000) {
          last.add(sent);
        }
      }
      producer.flush();
      for (Future<?> sent : last) {
        sent.get();
      }
    }
    receive(partitions, messages);
    return since(start);
  }

  private List<TopicPartition> create(String topic)
      throws InterruptedException, ExecutionException {
    List<TopicPartition> partitions = new ArrayList<>();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
      Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
      for (int partition = 0; partition < PARTITIONS; partition++) {
        partitions.add(new TopicPartition(topic, partition));
        asked.put(new TopicPartition(topic, partition), OffsetSpec.latest());
      }
      admin.listOffsets(asked).all().get();
    }
    return partitions;
  }

  private void receive(List<TopicPartition> partitions, int messages) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("auto.offset.reset", "earliest");
    settings.put("max.poll.records", "5000");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      int received = 0;
      while (received < messages) {
        received += consumer.poll(Duration.ofSeconds(1)).count();
      }
    }
  }

  /** Text that compresses about as well as the events do: fields repeat, values differ. */
  private static byte[][] payloads(int bytes) {
    byte[][] payloads = new byte[1_000][];
    for (int n = 0; n < payloads.length; n++) {
      StringBuilder text = new StringBuilder(bytes + 40);
      for (int field = 0; text.length() < bytes; field++) {
        text.append("\"field")
            .append(field)
            .append("\":\"")
            .append((n * 7919 + field * 104729) % 100_000)
            .append("\",");
      }
      text.setLength(bytes);
      payloads[n] = text.toString().getBytes(StandardCharsets.UTF_8);
    }
    return payloads;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
