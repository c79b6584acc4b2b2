package org.carbonpublicity.reporting.update;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told of every switch once, in order, as fast as they take it. Nothing is kept for
 * them but the last edition they were told of. Used by one thread.
 */
public final class Follower {

  /** Told in one go, so that who comes back late catches up without waiting in between. */
  private static final int MOST_AT_ONCE = 100;

  private final Line line;
  private @Nullable Integer told;
  private long lastNanos;
  private boolean opened;

  /** The way to somebody. */
  public interface Line {

    /** Whether all that was said before has gone out. */
    boolean isFree();

    /** Whether nobody listens any more. */
    boolean isDown();

    /** Says that readers were switched. */
    void tell(EditionSwitch happened);

    /** Says that the line is still up. */
    void beat();

    /** Hangs up. */
    void cut();
  }

  /**
   * How long, in nanoseconds.
   *
   * @param beat silence before the line is said to be up
   * @param patience that a line may be busy before it is cut
   */
  public record Pace(long beat, long patience) {}

  /**
   * A follower on a line.
   *
   * @param told the last edition that they were told of; null when they want to begin with the
   *     latest
   */
  public Follower(Line line, @Nullable Integer told, long nowNanos) {
    this.line = line;
    this.told = told;
    this.lastNanos = nowNanos;
  }

  /** Whether they can be told something now. */
  public boolean isReady() {
    return !line.isDown() && line.isFree();
  }

  /**
   * The last edition they were told of, given the latest: who names one that does not exist yet
   * (from before the data was made anew) begins with the latest, like who names none.
   */
  public int toldOf(int latest) {
    int last = told == null || told > latest ? Math.max(0, latest - 1) : told;
    told = last;
    return last;
  }

  /**
   * Tells what is news to them.
   *
   * @param switches in order; all after {@link #toldOf}
   * @return whether they still follow
   */
  public boolean tell(List<EditionSwitch> switches, int latest, Pace pace, long nowNanos) {
    if (line.isDown()) {
      return false;
    }
    long silent = nowNanos - lastNanos;
    if (!line.isFree()) {
      if (silent > pace.patience()) {
        line.cut();
        return false;
      }
      return true;
    }
    int last = toldOf(latest);
    List<EditionSwitch> news =
        switches.stream().filter(s -> s.edition() > last).limit(MOST_AT_ONCE).toList();
    for (EditionSwitch happened : news) {
      line.tell(happened);
      told = happened.edition();
    }
    if (!news.isEmpty()) {
      said(nowNanos);
    } else if (!opened || silent >= pace.beat()) {
      line.beat();
      said(nowNanos);
    }
    return true;
  }

  private void said(long nowNanos) {
    opened = true;
    lastNanos = nowNanos;
  }

  /** Hangs up. */
  public void cut() {
    line.cut();
  }
}
