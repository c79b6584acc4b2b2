package org.carbonpublicity.assessment.training.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.jdbc.Database;
import org.carbonpublicity.assessment.training.Certificate;
import org.jspecify.annotations.Nullable;

/** Certificates. Lock the enterprise before writing. */
@ApplicationScoped
public class CertificateRepository {

  private static final String ADD =
      """
      insert into training_certificate (number, participant, valid_from, valid_to, issued_at,
        issued_by)
      values (?, ?, ?, ?, ?, ?)""";
  private static final String CERTIFICATES =
      """
      select c.number, c.sequence, p.session, s.title, s.title_zh, p.enterprise,
        e.name as enterprise_name, p.name, p.personal_key, p.points, c.valid_from, c.valid_to,
        c.issued_at, c.revoked_at, c.revocation_reason
      from training_certificate c
      join training_participant p on p.id = c.participant
      join training_session s on s.id = p.session
      join enterprise e on e.code = p.enterprise
      """;
  private static final String REVOKE =
      """
      update training_certificate set revoked_at = ?, revoked_by = ?, revocation_reason = ?
      where number = ? and revoked_at is null""";

  private final Database database;

  CertificateRepository(Database database) {
    this.database = database;
  }

  public void add(
      String number,
      UUID participant,
      LocalDate validFrom,
      LocalDate validTo,
      Instant now,
      String actor) {
    database.update(
        ADD, number, participant, validFrom, validTo, now.atOffset(ZoneOffset.UTC), actor);
  }

  public Optional<Certificate> find(String number) {
    return database.first(
        CERTIFICATES + "where c.number = ?", CertificateRepository::certificate, number);
  }

  /** Whether it was not revoked before. */
  public boolean revoke(String number, String reason, Instant now, String actor) {
    return database.update(REVOKE, now.atOffset(ZoneOffset.UTC), actor, reason, number) == 1;
  }

  public List<Certificate> list(
      @Nullable Set<String> enterprises, @Nullable UUID session, long afterSequence, int limit) {
    StringBuilder where = new StringBuilder("where c.sequence > ?");
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(afterSequence);
    if (enterprises != null) {
      where.append(" and p.enterprise = any(?)");
      arguments.add(enterprises.toArray(String[]::new));
    }
    if (session != null) {
      where.append(" and p.session = ?");
      arguments.add(session);
    }
    where.append(" order by c.sequence limit ?");
    arguments.add(limit);
    return database.query(
        CERTIFICATES + where, CertificateRepository::certificate, arguments.toArray());
  }

  private static Certificate certificate(ResultSet row) throws SQLException {
    OffsetDateTime revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
    return new Certificate(
        row.getString("number"),
        row.getLong("sequence"),
        row.getObject("session", UUID.class),
        row.getString("title"),
        row.getString("title_zh"),
        row.getString("enterprise"),
        row.getString("enterprise_name"),
        row.getString("name"),
        row.getString("personal_key"),
        row.getBigDecimal("points"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        revokedAt == null ? null : revokedAt.toInstant(),
        row.getString("revocation_reason"));
  }
}
