package org.carbonpublicity.disclosure.footprint.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.GridFactor;
import org.carbonpublicity.disclosure.jdbc.Database;

/** Grid factors of years and places. */
@ApplicationScoped
public class GridFactorRepository {

  private final Database database;

  GridFactorRepository(Database database) {
    this.database = database;
  }

  /** All by region, the latest year first. */
  public List<GridFactor> list() {
    return database.query(
        "select * from grid_factor order by region, year desc", GridFactorRepository::map);
  }

  private static GridFactor map(ResultSet row) throws SQLException {
    return new GridFactor(
        row.getString("region"),
        row.getInt("year"),
        row.getString("name"),
        row.getString("name_zh"),
        row.getBigDecimal("value"),
        GridFactor.UNIT,
        row.getString("source"),
        row.getBoolean("illustrative"),
        row.getString("note"),
        row.getString("note_zh"));
  }
}
