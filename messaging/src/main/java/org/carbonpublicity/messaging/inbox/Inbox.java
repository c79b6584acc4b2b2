package org.carbonpublicity.messaging.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonpublicity.messaging.ReceivedEvent;

/**
 * Remembers, per source and partition, how far events have taken effect. As a source's positions
 * grow along a partition, one number tells every duplicate, whoever sent it twice: a relay after a
 * crash, the broker after a rebalance, or an operator who reset the offsets.
 */
@ApplicationScoped
class Inbox {

  private static final String CLAIM =
      """
      insert into inbox as i (source, topic, partition, last_position) values (?, ?, ?, 0)
      on conflict (source, topic, partition) do update set last_position = i.last_position
      returning last_position
      """;
  private static final String ADVANCE =
      "update inbox set last_position = ? where source = ? and topic = ? and partition = ?";

  private final AgroalDataSource dataSource;

  Inbox(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Claims events in the caller's transaction, and holds back every other claim on their partitions
   * until it ends.
   *
   * @return those that have not taken effect before, in the order given
   */
  List<ReceivedEvent> claim(List<ReceivedEvent> events) throws SQLException {
    // In one order for all instances, so that two never wait for each other.
    Map<Lane, List<ReceivedEvent>> lanes = new TreeMap<>();
    for (ReceivedEvent event : events) {
      lanes.computeIfAbsent(Lane.of(event), lane -> new ArrayList<>()).add(event);
    }
    List<ReceivedEvent> fresh = new ArrayList<>(events.size());
    try (Connection connection = dataSource.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM);
        PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
      for (Map.Entry<Lane, List<ReceivedEvent>> lane : lanes.entrySet()) {
        long before = lastPosition(claim, lane.getKey());
        long last = before;
        for (ReceivedEvent event : lane.getValue()) {
          if (event.position() > last) {
            last = event.position();
            fresh.add(event);
          }
        }
        if (last > before) {
          advance(advance, lane.getKey(), last);
        }
      }
    }
    return fresh;
  }

  private static long lastPosition(PreparedStatement claim, Lane lane) throws SQLException {
    claim.setString(1, lane.source());
    claim.setString(2, lane.topic());
    claim.setInt(3, lane.partition());
    try (ResultSet row = claim.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void advance(PreparedStatement advance, Lane lane, long last) throws SQLException {
    advance.setLong(1, last);
    advance.setString(2, lane.source());
    advance.setString(3, lane.topic());
    advance.setInt(4, lane.partition());
    advance.executeUpdate();
  }

  private record Lane(String topic, int partition, String source) implements Comparable<Lane> {

    private static final Comparator<Lane> ORDER =
        Comparator.comparing(Lane::topic)
            .thenComparingInt(Lane::partition)
            .thenComparing(Lane::source);

    static Lane of(ReceivedEvent event) {
      return new Lane(event.topic(), event.partition(), event.source());
    }

    @Override
    public int compareTo(Lane other) {
      return ORDER.compare(this, other);
    }
  }
}
