package org.carbonpublicity.reporting.sales;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.carbonpublicity.reporting.testing.FreshState;
import org.carbonpublicity.reporting.testing.Producers;
import org.carbonpublicity.reporting.testing.RatedModel;
import org.carbonpublicity.reporting.testing.Reports;
import org.carbonpublicity.reporting.testing.Sales;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An enterprise that is known, and editions and rows for the tests of its sales. */
abstract class SalesScenario {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;
  @Inject AgroalDataSource dataSource;

  Producers producers;

  @BeforeEach
  void start() throws SQLException {
    freshState.restore();
    producers = new Producers(bootstrapServers);
    producers.enterprise("E0001", "Alpha", 1, "阿尔法");
    Sales.awaitEnterprise("阿尔法");
  }

  @AfterEach
  void stop() {
    producers.close();
  }

  static RatedModel model(String code, String series, int ratingClass, String price) {
    return RatedModel.model(code)
        .with("series", series)
        .with("class", ratingClass)
        .with("priceCny", new BigDecimal(price));
  }

  void edition(int number, RatedModel... models) {
    producers.edition(number, List.of(models));
    Reports.awaitEdition(number);
  }

  long count(String table) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }
}
