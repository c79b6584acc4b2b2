package org.carbonpublicity.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.carbonpublicity.local.Installation;

/** Measures what the command line asks for. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    // Libraries tell of their settings; the root logger is never collected, so the level stays.
    Logger.getLogger("").setLevel(Level.SEVERE);
    Options options;
    try {
      options = Options.parse(List.of(arguments));
    } catch (Options.InvalidOptionException e) {
      System.err.println(e.getMessage());
      System.err.println(Options.HELP);
      System.exit(2);
      return;
    }
    if (options.help()) {
      System.out.println(Options.HELP);
      return;
    }
    Installation installation = Installation.above(Path.of(""));
    switch (options.subject()) {
      case FLOW -> new FlowBenchmark(installation).run(options.sizes());
      case IMPORT -> new ImportBenchmark(installation, options.rounds()).run(options.sizes());
      case RATING -> new RatingBenchmark(installation, options.rounds()).run(options.sizes());
    }
  }
}
