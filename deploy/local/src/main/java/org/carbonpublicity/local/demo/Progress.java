package org.carbonpublicity.local.demo;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells a person how far the demo is: a line per step, rewritten while it runs on a terminal. */
final class Progress {

  private static final int TITLE_WIDTH = 34;
  private static final int LINE_WIDTH = 100;

  private final PrintStream out;
  private final boolean rewrites;
  private String title = "";
  private int step;

  /**
   * @param rewrites whether the output is a terminal, where a line can be written over
   */
  Progress(PrintStream out, boolean rewrites) {
    this.out = out;
    this.rewrites = rewrites;
  }

  /**
   * Runs a step.
   *
   * @param work returns what came out of it, in a few words
   */
  void step(String name, Supplier<String> work) {
    step++;
    title = name;
    long began = System.nanoTime();
    String outcome = work.get();
    double seconds = (System.nanoTime() - began) / 1e9;
    String line = line(outcome);
    line(String.format(Locale.ROOT, "%-" + LINE_WIDTH + "s %6.1f s", line, seconds), true);
  }

  /** How far the present step is; shown on a terminal only. */
  void say(String state) {
    if (rewrites) {
      line(line(state), false);
    }
  }

  private String line(String text) {
    return String.format(Locale.ROOT, "  %d  %-" + TITLE_WIDTH + "s %s", step, title, text);
  }

  private synchronized void line(String text, boolean last) {
    if (rewrites) {
      // Back to the line's start, and nothing left of what stood there.
      out.print("\r\u001b[K");
    }
    out.print(text);
    if (last) {
      out.println();
    }
    out.flush();
  }
}
