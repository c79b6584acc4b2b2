package org.carbonpublicity.benchmark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The command line.
 *
 * @param sizes numbers of models, one measurement each
 * @param imports measure the import; the flow otherwise
 * @param rounds how often import and floor are measured in turn
 * @param help only say what can be said
 */
record Options(List<Integer> sizes, boolean imports, int rounds, boolean help) {

  static final String HELP =
      """
      usage: deploy/benchmark/run [--import [--rounds R]] [N ...]

      Measures with N models, once for each N, beside a floor of the same run on the same
      servers, and prints a table. Builds what is not built.

        (nothing)     the flow, from "publication accepted" to "edition readable in reports";
                      7,120, 100,000 and 1,000,000 models unless given
        --import      the import of a CSV file of N rows over HTTP, beside a raw COPY of the
                      same file; 1,000,000 rows unless given
        --rounds R    import and floor in turn, R times each, 3 unless given; medians count
        --help        this

      The services run on the newest Java of this machine; SERVICES_JAVA_HOME chooses another.""";

  private static final List<Integer> FLOW_SIZES = List.of(7_120, 100_000, 1_000_000);
  private static final List<Integer> IMPORT_SIZES = List.of(1_000_000);
  private static final int ROUNDS = 3;

  Options {
    sizes = List.copyOf(sizes);
  }

  /**
   * @throws InvalidOptionException with a sentence for the user
   */
  static Options parse(List<String> arguments) {
    List<Integer> sizes = new ArrayList<>();
    boolean imports = false;
    boolean help = false;
    int rounds = 0;
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--import" -> imports = true;
        case "--help", "-h" -> help = true;
        case "--rounds" -> rounds = number(rest.hasNext() ? rest.next() : "");
        default -> sizes.add(number(option));
      }
    }
    if (rounds > 0 && !imports) {
      throw new InvalidOptionException("--rounds goes with --import");
    }
    if (sizes.isEmpty()) {
      sizes = imports ? IMPORT_SIZES : FLOW_SIZES;
    }
    return new Options(sizes, imports, rounds == 0 ? ROUNDS : rounds, help);
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new InvalidOptionException("'" + text + "' is neither an option nor a number above 0");
  }

  /** The command line asks for something that there is not. */
  static final class InvalidOptionException extends RuntimeException {
    InvalidOptionException(String message) {
      super(message);
    }
  }
}
