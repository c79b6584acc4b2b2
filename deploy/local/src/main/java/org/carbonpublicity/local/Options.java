package org.carbonpublicity.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param once end after the demo
 * @param demo load the demo
 * @param data null for a temporary folder
 * @param load load the demo into the platform at this address and start nothing; null otherwise
 * @param help only say what can be said
 */
record Options(
    boolean once, boolean demo, int port, @Nullable Path data, @Nullable URI load, boolean help) {

  static final String HELP =
      """
      usage: deploy/local/run [options]

      Builds what is not built, starts the whole platform on this machine, loads the demo
      through the public APIs and serves until Ctrl-C.

        --once        end after the demo: exit code 0 when all went well, 1 otherwise
        --no-demo     start an empty platform
        --port N      port of the front door, 8080 unless given; 0 for any free one
        --data DIR    keep databases, topics and logs there; a temporary folder otherwise
        --load URL    start nothing: load the demo into the platform at URL
        --help        this

      The services run on the newest Java of this machine; SERVICES_JAVA_HOME chooses another.""";

  private static final int DEFAULT_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;

  /**
   * @throws InvalidOptionException with a sentence for the user
   */
  static Options parse(List<String> arguments) {
    boolean once = false;
    boolean demo = true;
    boolean help = false;
    int port = DEFAULT_PORT;
    Path data = null;
    URI load = null;
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--once" -> once = true;
        case "--no-demo" -> demo = false;
        case "--help", "-h" -> help = true;
        case "--port" -> port = port(value(option, rest));
        case "--data" -> data = Path.of(value(option, rest));
        case "--load" -> load = address(value(option, rest));
        default -> throw new InvalidOptionException("unknown option " + option);
      }
    }
    if (load != null && (!demo || data != null)) {
      throw new InvalidOptionException("--load goes with no other option");
    }
    return new Options(once, demo, port, data, load, help);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new InvalidOptionException(option + " needs a value");
    }
    return rest.next();
  }

  private static int port(String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new InvalidOptionException("--port " + value + " is not a port number");
  }

  private static URI address(String value) {
    try {
      URI address =
          URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
      if (List.of("http", "https").contains(address.getScheme()) && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new InvalidOptionException("--load " + value + " is not an http address");
  }

  /** The command line asks for something that there is not. */
  static final class InvalidOptionException extends RuntimeException {
    InvalidOptionException(String message) {
      super(message);
    }
  }
}
