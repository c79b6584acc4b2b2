package org.carbonpublicity.benchmark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The command line.
 *
 * @param sizes numbers of models, one measurement each
 * @param subject what is measured
 * @param rounds how often it and its floor are measured in turn
 * @param help only say what can be said
 */
record Options(List<Integer> sizes, Subject subject, int rounds, boolean help) {

  /** What can be measured. */
  enum Subject {
    FLOW,
    IMPORT,
    RATING
  }

  static final String HELP =
      """
      usage: deploy/benchmark/run [--import | --rating] [--rounds R] [N ...]

      Measures with N models, once for each N, beside a floor of the same run on the same
      servers, and prints a table. Builds what is not built.

        (nothing)     the flow, from "publication accepted" to "edition readable in reports";
                      7,120, 100,000 and 1,000,000 models unless given
        --import      the import of a CSV file of N rows over HTTP, beside a raw COPY of the
                      same file; 1,000,000 rows unless given
        --rating      editions of N models that a change of scheme makes, beside the bare
                      statement, their events, and explanations at 32 connections;
                      1,000,000 models unless given
        --rounds R    import or edition and its floor in turn, R times each, 3 unless given;
                      medians count
        --help        this

      The services run on the newest Java of this machine; SERVICES_JAVA_HOME chooses another.""";

  private static final List<Integer> FLOW_SIZES = List.of(7_120, 100_000, 1_000_000);
  private static final List<Integer> MILLION = List.of(1_000_000);
  private static final int ROUNDS = 3;

  Options {
    sizes = List.copyOf(sizes);
  }

  /**
   * @throws InvalidOptionException with a sentence for the user
   */
  static Options parse(List<String> arguments) {
    List<Integer> sizes = new ArrayList<>();
    Subject subject = Subject.FLOW;
    boolean help = false;
    int rounds = 0;
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--import" -> subject = Subject.IMPORT;
        case "--rating" -> subject = Subject.RATING;
        case "--help", "-h" -> help = true;
        case "--rounds" -> rounds = number(rest.hasNext() ? rest.next() : "");
        default -> sizes.add(number(option));
      }
    }
    if (rounds > 0 && subject == Subject.FLOW) {
      throw new InvalidOptionException("--rounds goes with --import or --rating");
    }
    if (sizes.isEmpty()) {
      sizes = subject == Subject.FLOW ? FLOW_SIZES : MILLION;
    }
    return new Options(sizes, subject, rounds == 0 ? ROUNDS : rounds, help);
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
