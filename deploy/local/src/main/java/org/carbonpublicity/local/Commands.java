package org.carbonpublicity.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command lines and environments of the Java parts. */
final class Commands {

  private static final int BROKER_HEAP_MEGABYTES = 512;
  private static final int IDENTITY_HEAP_MEGABYTES = 64;

  /*
   * Measured until ready, seconds of processor per service: 4.5 as is, 3.2 with these. Small heaps
   * need no concurrent collector, and the optimising compiler waits until code is really hot (four
   * times its usual thresholds), which bulk work reaches within a second.
   */
  private static final List<String> QUICK_START =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:Tier4InvocationThreshold=20000",
          "-XX:Tier4MinInvocationThreshold=2400",
          "-XX:Tier4CompileThreshold=60000",
          "-XX:Tier4BackEdgeThreshold=160000");

  private final PlatformSettings settings;
  private final Path data;

  Commands(PlatformSettings settings, Path data) {
    this.settings = settings;
    this.data = data;
  }

  List<String> broker(int port) {
    List<String> command = java(BROKER_HEAP_MEGABYTES);
    command.add("-cp");
    command.add(settings.installation().brokerClassPath());
    command.add("org.carbonpublicity.embedded.KafkaBroker");
    command.addAll(
        List.of("--port", Integer.toString(port), "--data", data.resolve("kafka").toString()));
    return command;
  }

  List<String> identity() {
    List<String> command = java(IDENTITY_HEAP_MEGABYTES);
    // A handful of tokens: nothing here is ever hot.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(settings.installation().identityClassPath());
    command.add("org.carbonpublicity.identity.IdentityServer");
    return command;
  }

  Map<String, String> identityEnvironment(int port, int frontDoorPort) {
    return Map.of(
        "PORT", Integer.toString(port),
        "ISSUER", "http://localhost:" + frontDoorPort + "/identity/cpp",
        "KEY_FILE", data.resolve("identity.key").toString());
  }

  List<String> service(Part service) {
    List<String> command = java(settings.serviceHeapMegabytes());
    command.addAll(settings.serviceOptions());
    command.add("-jar");
    command.add(settings.installation().serviceJar(service).toString());
    return command;
  }

  /**
   * @param jdbcUrl of the service's own database
   * @param address where clients reach the platform: what services write into links, and where they
   *     reach each other
   */
  Map<String, String> serviceEnvironment(
      Part service,
      int port,
      String jdbcUrl,
      String bootstrapServers,
      int identityPort,
      URI address) {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl);
    environment.put("QUARKUS_DATASOURCE_USERNAME", service.database());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", service.database());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:" + identityPort + "/cpp");
    if (service == Part.RATING) {
      environment.put("RATING_LABEL_PUBLIC_URL", address.toString());
      environment.put("RATING_DISCLOSURE_URL", "http://127.0.0.1:" + address.getPort());
    }
    if (service == Part.ASSESSMENT) {
      environment.put("ASSESSMENT_CERTIFICATES_PUBLIC_URL", address.toString());
    }
    if (service == Part.REPORTING) {
      environment.put("REPORTING_PUBLIC_URL", address.toString());
    }
    environment.putAll(settings.serviceEnvironment());
    return environment;
  }

  private List<String> java(int heapMegabytes) {
    List<String> command = new ArrayList<>();
    command.add(settings.jdk().java().toString());
    command.add("-Xmx" + heapMegabytes + "m");
    command.addAll(QUICK_START);
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Djava.awt.headless=true");
    if (settings.jdk().version().feature() >= 24) {
      // Netty and the compression libraries load native code; later versions would warn of it.
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    return command;
  }

  /** Fails early, before anything is started, when something has not been built. */
  void check() {
    broker(0);
    identity();
    Part.SERVICES.forEach(this::service);
    if (!Files.isExecutable(settings.jdk().java())) {
      throw new IllegalArgumentException(settings.jdk().java() + " is not there");
    }
  }
}
