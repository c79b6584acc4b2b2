package org.carbonpublicity.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How long the parts took to become ready. */
public final class StartUp {

  /**
   * @param seconds from the part's own start until it was ready
   */
  public record Step(String label, double seconds) {}

  private final long began = System.nanoTime();
  private final List<Step> steps = new ArrayList<>();
  private double totalSeconds;

  synchronized Step add(String label, long startedNanos) {
    Step step = new Step(label, seconds(startedNanos));
    steps.add(step);
    return step;
  }

  synchronized void finish() {
    totalSeconds = seconds(began);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  /** From the first start until everything was ready, in seconds. */
  public synchronized double totalSeconds() {
    return totalSeconds;
  }

  public synchronized List<Step> steps() {
    return List.copyOf(steps);
  }

  /** {@code ready in 13.2 s: postgres 2.1, kafka 3.0, …}; parts start side by side. */
  @Override
  public synchronized String toString() {
    return steps.stream()
        .map(step -> String.format(Locale.ROOT, "%s %.1f", step.label(), step.seconds()))
        .collect(
            Collectors.joining(
                ", ", String.format(Locale.ROOT, "ready in %.1f s: ", totalSeconds), ""));
  }
}
