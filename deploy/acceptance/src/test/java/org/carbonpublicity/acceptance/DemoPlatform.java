package org.carbonpublicity.acceptance;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.carbonpublicity.local.Installation;
import org.carbonpublicity.local.Platform;
import org.carbonpublicity.local.PlatformSettings;
import org.carbonpublicity.local.demo.DemoFiles;
import org.carbonpublicity.local.demo.DemoLoader;

/**
 * One platform with the whole demo loaded, for the journeys that only read or are refused: started
 * when the first asks for it, ended with the virtual machine.
 */
final class DemoPlatform {

  private static DemoPlatform loaded;

  private final Platform platform;
  private final EditionWatch watch;

  private DemoPlatform() {
    platform = start();
    DemoLoader loader = loader(platform);
    loader.activateScheme();
    loader.registerEnterprises();
    loader.importFleet();
    loader.publishFleet();
    loader.submitAnswers();
    loader.publishStars();
    loader.importSales();
    loader.openBatch4();
    loader.giveFeedback();
    watch = EditionWatch.start(platform.address(), 1);
    loader.publishBatch4();
    watch.stop();
  }

  static synchronized DemoPlatform loaded() {
    if (loaded == null) {
      loaded = new DemoPlatform();
    }
    return loaded;
  }

  /** A platform without data, on a temporary folder. */
  static Platform start() {
    return Platform.start(PlatformSettings.of(Installation.above(Path.of(""))).build());
  }

  static DemoLoader loader(Platform platform) {
    return new DemoLoader(
        platform.address(),
        new DemoFiles(Installation.above(Path.of("")).demoFolder()),
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  Platform platform() {
    return platform;
  }

  Caller anyone() {
    return Caller.anyone(platform.address());
  }

  Caller as(String client) {
    return Caller.as(client, platform.address());
  }

  /** What a reader saw of Tables 3 and 4 while edition 2 took the place of edition 1. */
  EditionWatch watch() {
    return watch;
  }

  /** The code of the enterprise of that name. */
  String enterprise(String name) {
    return anyone()
        .call()
        .urlEncodingEnabled(true)
        .queryParam("name", name)
        .get("/api/v1/enterprises")
        .then()
        .statusCode(200)
        .extract()
        .path("items[0].code");
  }
}
