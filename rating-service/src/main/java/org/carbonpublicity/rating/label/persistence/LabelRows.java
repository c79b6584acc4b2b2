package org.carbonpublicity.rating.label.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.carbonpublicity.rating.label.Certificate;
import org.carbonpublicity.rating.label.Label;
import org.carbonpublicity.rating.label.LabelKind;
import org.carbonpublicity.rating.label.LabelState;
import org.carbonpublicity.rating.label.SerialNumber;
import org.carbonpublicity.rating.label.StatusEntry;

/** Reads rows of table {@code label}. */
final class LabelRows {

  private LabelRows() {}

  static Label label(ResultSet row) throws SQLException {
    String serial = row.getString("serial");
    Optional<Certificate> certificate =
        serial == null ? Optional.empty() : Optional.of(certificate(row, serial));
    return new Label(
        row.getLong("id"),
        LabelKind.valueOf(row.getString("kind")),
        LabelState.valueOf(row.getString("state")),
        row.getString("model_code"),
        row.getString("model_name"),
        row.getString("enterprise"),
        row.getString("enterprise_name"),
        row.getInt("applied_edition"),
        row.getInt("applied_class"),
        instant(row, "applied_at"),
        row.getString("applied_by"),
        instant(row, "changed_at"),
        row.getString("changed_by"),
        row.getString("reason_code"),
        row.getString("reason"),
        row.getObject("changed_edition", Integer.class),
        certificate.orElse(null),
        row.getString("credential"));
  }

  private static Certificate certificate(ResultSet row, String serial) throws SQLException {
    return new Certificate(
        SerialNumber.parse(serial).orElseThrow(),
        LabelKind.valueOf(row.getString("kind")),
        row.getString("model_code"),
        row.getString("model_name"),
        row.getString("enterprise"),
        row.getString("enterprise_name"),
        row.getString("brand"),
        row.getString("series"),
        row.getString("powertrain"),
        row.getString("body_type"),
        row.getString("segment"),
        row.getInt("edition"),
        row.getInt("class"),
        row.getString("class_title"),
        row.getString("class_title_zh"),
        row.getBigDecimal("footprint_grams_per_km"),
        instant(row, "issued_at"),
        instant(row, "valid_until"),
        new StatusEntry(row.getInt("status_list"), row.getInt("status_index")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
