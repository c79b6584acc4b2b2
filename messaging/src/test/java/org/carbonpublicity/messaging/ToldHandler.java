package org.carbonpublicity.messaging;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** A service as small as can be: writes down what it is told, unless that is forbidden today. */
@ApplicationScoped
class ToldHandler implements EventHandler {

  record Told(long value) {}

  private final AgroalDataSource dataSource;

  ToldHandler(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public String topic() {
    return Topics.BATCHES;
  }

  @Override
  public Set<String> types() {
    return Set.of("told.v1");
  }

  @Override
  public void handle(List<ReceivedEvent> events) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement ask =
            connection.prepareStatement("select 1 from forbidden where value = ?");
        PreparedStatement insert =
            connection.prepareStatement("insert into told (key, value) values (?, ?)")) {
      for (ReceivedEvent event : events) {
        Told told = event.as(Told.class);
        ask.setLong(1, told.value());
        try (ResultSet row = ask.executeQuery()) {
          if (row.next()) {
            throw new IllegalStateException(told.value() + " is forbidden");
          }
        }
        insert.setString(1, event.key());
        insert.setLong(2, told.value());
        insert.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
