package org.carbonpublicity.benchmark;

import java.time.Duration;

/**
 * What the flow cannot do without, measured with the drivers alone on the same servers: the floor
 * gives no guarantee across broker and database, knows no duplicates and keeps no history.
 *
 * @param copies writing every model twice (the two hops) into a table with its primary key
 * @param messages producing and consuming every event of the two hops
 * @param rating the set-based rating statement, its key added afterwards
 */
public record Floor(Duration copies, Duration messages, Duration rating) {

  /** All of it, one after the other. */
  public Duration total() {
    return copies.plus(messages).plus(rating);
  }
}
