package org.carbonpublicity.reporting.sales.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.carbonpublicity.reporting.jdbc.Database;
import org.carbonpublicity.reporting.sales.PriceBands;
import org.carbonpublicity.reporting.sales.PriceBands.Band;
import org.carbonpublicity.reporting.sales.PublishedModels;

/** The published models of an edition as sales look at them, and the bands of their prices. */
@ApplicationScoped
public class PublishedModelsRepository {

  // width_bucket counts the lower bounds that are not above the price: a bound belongs to the band
  // above it. One pass over the edition, however many its models are.
  private static final String MODELS =
      """
      select enterprise, max(enterprise_name collate "C"), series, on_sale, powertrain,
             width_bucket(price_cny, ?::numeric[]), max(rating_class)
      from model_rating where edition = %d and enterprise = any (?)
      group by enterprise, series, on_sale, powertrain, 6
      """;

  private final Database database;

  PublishedModelsRepository(Database database) {
    this.database = database;
  }

  /**
   * The models of some enterprises.
   *
   * @param enterprises codes
   */
  public List<PublishedModels> of(int edition, Collection<String> enterprises, PriceBands bands) {
    return database.with(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(MODELS.formatted(edition))) {
            Object[] bounds = bands.bands().stream().map(Band::fromCny).toArray();
            select.setArray(1, connection.createArrayOf("numeric", bounds));
            select.setArray(2, connection.createArrayOf("text", enterprises.toArray()));
            List<PublishedModels> models = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                models.add(models(row, bands));
              }
            }
            return models;
          }
        });
  }

  private static PublishedModels models(ResultSet row, PriceBands bands) throws SQLException {
    int bucket = row.getInt(6);
    Integer table = row.wasNull() || bucket == 0 ? null : bands.bands().get(bucket - 1).table();
    int worst = row.getInt(7);
    Integer worstClass = row.wasNull() ? null : worst;
    return new PublishedModels(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getBoolean(4),
        row.getString(5),
        table,
        worstClass);
  }

  public PriceBands bands() {
    return new PriceBands(
        database.query(
            "select table_number, from_cny, to_cny from price_band order by from_cny",
            row -> new Band(row.getInt(1), row.getBigDecimal(2), row.getBigDecimal(3))));
  }
}
