package org.carbonpublicity.rating.publication.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.carbonpublicity.rating.publication.IncomingFootprint;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The append-only table of footprints as they came in. */
@ApplicationScoped
public class FootprintRepository {

  private static final int CHUNK = 1 << 16;
  private static final String COPY =
      """
      copy footprint_incoming (publication, batch, footprint_revision, on_sale,
        footprint_grams_per_km, curb_mass_kg, price_cny, model_code, model_name, enterprise,
        enterprise_name, group_name, brand, country_style, series, powertrain, body_type, segment,
        launch_month) from stdin""";

  private final AgroalDataSource dataSource;

  FootprintRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Appends footprints in the caller's transaction. */
  public void copy(List<IncomingFootprint> footprints) {
    try (Connection connection = dataSource.getConnection()) {
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
      try {
        write(footprints, copy);
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("footprints could not be stored", e);
    }
  }

  private static void write(List<IncomingFootprint> footprints, CopyIn copy) throws SQLException {
    CopyText rows = new CopyText();
    for (IncomingFootprint footprint : footprints) {
      write(footprint, rows);
      if (rows.length() >= CHUNK) {
        send(rows, copy);
      }
    }
    send(rows, copy);
  }

  private static void send(CopyText rows, CopyIn copy) throws SQLException {
    byte[] bytes = rows.take();
    copy.writeToCopy(bytes, 0, bytes.length);
  }

  private static void write(IncomingFootprint footprint, CopyText row) {
    row.field(footprint.publication())
        .field(footprint.batch())
        .field(footprint.revision())
        .field(footprint.onSale())
        .field(footprint.footprintGramsPerKm())
        .field(footprint.curbMassKg())
        .field(footprint.priceCny())
        .field(footprint.modelCode())
        .field(footprint.modelName())
        .field(footprint.enterprise())
        .field(footprint.enterpriseName())
        .field(footprint.group())
        .field(footprint.brand())
        .field(footprint.countryStyle())
        .field(footprint.series())
        .field(footprint.powertrain())
        .field(footprint.bodyType())
        .field(footprint.segment())
        .field(footprint.launchMonth())
        .endRow();
  }
}
