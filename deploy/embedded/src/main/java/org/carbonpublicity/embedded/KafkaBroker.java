package org.carbonpublicity.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker (KRaft, broker and controller in one) inside this JVM, listening on loopback only.
 * Run as a process of its own through {@link #main}, so that it can be killed alone.
 */
public final class KafkaBroker implements AutoCloseable {

  private final KafkaRaftServer server;
  private final int port;

  private KafkaBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and returns when it accepts connections. A new directory is formatted; one that
   * was in use before goes on where it stopped.
   *
   * @param port 0 for any free one
   */
  public static KafkaBroker start(Path dataDirectory, int port) {
    try {
      int brokerPort = port == 0 ? freePort() : port;
      Files.createDirectories(dataDirectory);
      Map<String, Object> settings = settings(dataDirectory, brokerPort, freePort());
      if (!Files.exists(dataDirectory.resolve("meta.properties"))) {
        format(dataDirectory);
      }
      var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
      server.startup();
      return new KafkaBroker(server, brokerPort);
    } catch (IOException e) {
      throw new UncheckedIOException("Kafka did not start in " + dataDirectory, e);
    }
  }

  private static void format(Path dataDirectory) {
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .setDirectories(List.of(dataDirectory.toString()))
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(dataDirectory.toString())
          .run();
    } catch (Exception e) {
      throw new IllegalStateException("Kafka's directory could not be formatted", e);
    }
  }

  private static Map<String, Object> settings(Path data, int brokerPort, int controllerPort) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:" + brokerPort + ",CONTROLLER://127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + brokerPort);
    settings.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("log.dirs", data.toString());
    // Topics are declared by the platform; a misspelt name must fail, not appear.
    settings.put("auto.create.topics.enable", "false");
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    // One machine, few members: nobody gains from waiting for more to join.
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("log.cleaner.dedupe.buffer.size", "16777216");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    settings.put("num.recovery.threads.per.data.dir", "2");
    return settings;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  /** Stops in the orderly way, so that the next start finds clean logs. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /**
   * {@code --port P --data DIR}: runs a broker until the process is told to end, or until its
   * standard input closes (the parent is gone). Prints {@code kafka ready on P}.
   */
  public static void main(String[] arguments) throws IOException {
    int port = 0;
    Path data = null;
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      switch (arguments[i]) {
        case "--port" -> port = Integer.parseInt(arguments[i + 1]);
        case "--data" -> data = Path.of(arguments[i + 1]);
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    if (data == null) {
      throw new IllegalArgumentException("--data is missing");
    }
    // A field would be needed to keep the level if the logger were collected; the root logger
    // never is.
    Logger.getLogger("").setLevel(Level.SEVERE);
    KafkaBroker broker = start(data, port);
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "kafka-shutdown"));
    System.out.println("kafka ready on " + broker.port());
    while (System.in.read() != -1) {
      // Only the end of the stream matters.
    }
    System.exit(0);
  }
}
