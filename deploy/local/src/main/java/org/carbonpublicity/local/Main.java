package org.carbonpublicity.local;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.carbonpublicity.local.demo.DemoFailedException;
import org.carbonpublicity.local.demo.DemoFiles;
import org.carbonpublicity.local.demo.DemoLoader;
import org.carbonpublicity.local.frontdoor.FrontDoor;

/** {@code deploy/local/run}: starts the platform, loads the demo, serves until Ctrl-C. */
public final class Main {

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private final PrintStream out;
  private final Installation installation;

  private Main(PrintStream out, Installation installation) {
    this.out = out;
    this.installation = installation;
  }

  /** Environment: {@code PLATFORM_ROOT}, the project's folder; else the working folder's. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // Libraries tell of their progress; this program tells of its own. The root logger is never
    // collected, so the level stays.
    Logger.getLogger("").setLevel(Level.SEVERE);
    try {
      Options options = Options.parse(List.of(arguments));
      if (options.help()) {
        out.println(Options.HELP);
        return;
      }
      String root = System.getenv("PLATFORM_ROOT");
      Main main = new Main(out, Installation.above(Path.of(root == null ? "" : root)));
      System.exit(main.run(options));
    } catch (Options.InvalidOptionException e) {
      System.err.println(e.getMessage());
      System.err.println(Options.HELP);
      System.exit(USAGE);
    }
  }

  private int run(Options options) {
    try {
      URI running = options.load();
      if (running != null) {
        load(running);
        return OK;
      }
      return start(options);
    } catch (DemoFailedException
        | StartFailedException
        | Installation.NotBuiltException
        | DataFolder.InUseException e) {
      out.println();
      out.println("FAILED: " + e.getMessage());
      return FAILED;
    } catch (FrontDoor.PortTakenException e) {
      out.println(
          "Port %d is taken by another program: end it, or choose another with --port N (0 for any)."
              .formatted(options.port()));
      return FAILED;
    }
  }

  private int start(Options options) {
    Jdk jdk = Jdk.newest();
    out.println("Carbon publicity platform");
    out.printf(
        "  starting on Java %s, data in %s%n",
        jdk.version(), options.data() == null ? "a temporary folder" : options.data());
    PlatformSettings settings =
        PlatformSettings.of(installation)
            .jdk(jdk)
            .data(options.data())
            .port(options.port())
            .onDeath(this::die)
            .onReady(
                step ->
                    out.printf(
                        Locale.ROOT, "  %-12s ready after %4.1f s%n", step.label(), step.seconds()))
            .build();
    try (Platform platform = Platform.start(settings)) {
      out.println(platform.startUp());
      if (options.demo()) {
        load(platform.address());
      }
      if (!options.once()) {
        serve(platform, options);
      }
      return OK;
    }
  }

  private void load(URI address) {
    new DemoLoader(address, new DemoFiles(installation.demoFolder()), out).run();
  }

  private void serve(Platform platform, Options options) {
    out.println();
    out.println("Serving at " + platform.address() + " until Ctrl-C");
    out.println("  tables     " + platform.address() + "/api/v1/reports/latest/tables/3");
    out.println(
        "  APIs       "
            + platform.address()
            + "/openapi/reporting (disclosure, rating, assessment)");
    out.println("  health     " + platform.address() + "/health");
    out.println("  logs       " + platform.dataFolder().resolve("logs"));
    if (options.data() == null) {
      out.println("  Data are temporary and go when this ends; --data DIR keeps them.");
    }
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A part that dies takes everything with it: half a platform would only mislead. */
  private void die(Death death) {
    out.println();
    out.println(death.report());
    out.println("Everything is ended.");
    System.exit(FAILED);
  }
}
