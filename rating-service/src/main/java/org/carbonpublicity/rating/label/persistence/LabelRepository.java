package org.carbonpublicity.rating.label.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonpublicity.rating.jdbc.Database;
import org.carbonpublicity.rating.label.Candidate;
import org.carbonpublicity.rating.label.Certificate;
import org.carbonpublicity.rating.label.Label;
import org.carbonpublicity.rating.label.LabelFilter;
import org.carbonpublicity.rating.label.LabelKind;
import org.carbonpublicity.rating.label.LabelState;
import org.carbonpublicity.rating.label.SerialNumber;
import org.jspecify.annotations.Nullable;

/** Labels in the database, in the caller's transaction. */
@ApplicationScoped
public class LabelRepository {

  /** Any number that no other lock of this database has. */
  private static final long LOCK = 0x4c61_6265_6c73L;

  /**
   * One probe of the edition's key per valid label: an edition of a million models is not scanned
   * for some thousand of them. The state is asked for again by the update itself, since an analyst
   * may have changed it while the update waited for the row.
   */
  private static final String SUSPEND =
      """
      update label l set state = 'SUSPENDED', changed_at = ?, changed_by = ?,
        reason_code = g.code, changed_edition = g.edition,
        reason = case g.code
          when 'MODEL_WITHDRAWN' then 'Edition ' || g.edition || ' does not have the model any more.'
          when 'CLASS_CHANGED' then 'Class ' || l.class || ' in edition ' || l.edition || ', '
            || coalesce('class ' || g.class, 'unrated') || ' in edition ' || g.edition || '.'
          else 'In edition ' || g.edition || ' another model of the category has a lower footprint,'
            || ' or the model is off sale or in another category.' end
      from (
        select v.id, %1$d as edition, r.class, case
          when r.model_code is null then 'MODEL_WITHDRAWN'
          when r.class is distinct from v.class then 'CLASS_CHANGED'
          when v.kind = 'TOP_RUNNER' and not exists (select from top_runner t
              where t.edition = %1$d and t.model_code = v.model_code
                and (t.powertrain, t.body_type, t.segment)
                  = (v.powertrain, v.body_type, v.segment))
            then 'NO_TOP_RUNNER' end as code
        from label v
        left join lateral (select model_code, class from rating
          where edition = %1$d and model_code = v.model_code offset 0) r on true
        where v.state = 'VALID'
        offset 0
      ) g
      where l.id = g.id and g.code is not null and l.state = 'VALID'
      returning l.*""";

  private final Database database;

  LabelRepository(Database database) {
    this.database = database;
  }

  /** No edition completes until this transaction ends; others may hold editions too. */
  public void holdEdition() {
    database.count("select count(*) from (select pg_advisory_xact_lock_shared(" + LOCK + ")) l");
  }

  /** Waits for those that hold editions, and lets nobody issue until this transaction ends. */
  public void lockOutIssues() {
    database.count("select count(*) from (select pg_advisory_xact_lock(" + LOCK + ")) l");
  }

  /** Models of an edition, by code, as far as it has them. */
  public Map<String, Candidate> candidates(LabelKind kind, int edition, List<String> codes) {
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    database
        .query(
            """
            select model_code, model_name, enterprise, enterprise_name, on_sale, class,
              exists (select from label l where l.kind = ? and l.model_code = r.model_code
                and l.state in ('APPLIED', 'VALID'))
            from rating r where edition = ? and model_code = any(?)""",
            row ->
                new Candidate(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getBoolean(5),
                    row.getObject(6, Integer.class),
                    row.getBoolean(7)),
            kind.name(),
            edition,
            codes.toArray(String[]::new))
        .forEach(candidate -> candidates.put(candidate.modelCode(), candidate));
    return candidates;
  }

  /** Stores an application; empty when there is an open or valid one of that kind and model. */
  public Optional<Label> apply(
      LabelKind kind, Candidate model, int edition, Instant now, String actor) {
    return database.first(
        """
        insert into label (kind, state, model_code, model_name, enterprise, enterprise_name,
          applied_edition, applied_class, applied_at, applied_by, changed_at, changed_by)
        values (?, 'APPLIED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (kind, model_code) where state in ('APPLIED', 'VALID') do nothing
        returning *""",
        LabelRows::label,
        kind.name(),
        model.modelCode(),
        model.modelName(),
        model.enterprise(),
        model.enterpriseName(),
        edition,
        model.ratingClass(),
        utc(now),
        actor,
        utc(now),
        actor);
  }

  /** Stores a certificate; the label names the enterprise as the certificate does. */
  public Label issue(
      long id, Certificate certificate, String credential, String actor, Instant now) {
    return database
        .first(
            """
            update label set state = 'VALID', changed_at = ?, changed_by = ?, reason_code = null,
              reason = null, changed_edition = ?, serial = ?, edition = ?, class = ?,
              class_title = ?, class_title_zh = ?, footprint_grams_per_km = ?, model_name = ?,
              enterprise = ?, enterprise_name = ?, brand = ?, series = ?, powertrain = ?,
              body_type = ?, segment = ?, issued_at = ?, valid_until = ?, status_list = ?,
              status_index = ?, credential = ?
            where id = ? returning *""",
            LabelRows::label,
            utc(now),
            actor,
            certificate.edition(),
            certificate.serial().toString(),
            certificate.edition(),
            certificate.ratingClass(),
            certificate.classTitle(),
            certificate.classTitleZh(),
            certificate.footprintGramsPerKm(),
            certificate.modelName(),
            certificate.enterprise(),
            certificate.enterpriseName(),
            certificate.brand(),
            certificate.series(),
            certificate.powertrain(),
            certificate.bodyType(),
            certificate.segment(),
            utc(certificate.issuedAt()),
            utc(certificate.validUntil()),
            certificate.statusEntry().pair(),
            certificate.statusEntry().index(),
            credential,
            id)
        .orElseThrow();
  }

  /** Changes the state of a label whose row the caller has locked. */
  public Label change(
      long id,
      LabelState to,
      String reasonCode,
      String reason,
      @Nullable Integer edition,
      Instant now,
      String actor) {
    return database
        .first(
            """
            update label set state = ?, reason_code = ?, reason = ?, changed_edition = ?,
              changed_at = ?, changed_by = ?
            where id = ? returning *""",
            LabelRows::label,
            to.name(),
            reasonCode,
            reason,
            edition,
            utc(now),
            actor,
            id)
        .orElseThrow();
  }

  /** Marks certificates of a state whose validity is over. */
  public List<Label> expire(LabelState state, int edition, Instant now) {
    return database.query(
        """
        update label l set state = 'EXPIRED', changed_at = ?, changed_by = ?,
          reason_code = 'EXPIRED', reason = 'The validity of the certificate is over.',
          changed_edition = ?
        from (select id from label where state = ? and valid_until <= ? order by id for update) d
        where l.id = d.id returning l.*""",
        LabelRows::label,
        utc(now),
        Label.PLATFORM,
        edition,
        state.name(),
        utc(now));
  }

  /** Suspends all valid certificates whose ground an edition has taken away. */
  public List<Label> suspendGroundless(int edition, Instant now) {
    // The edition as a literal: its partition is then found once and not for each label.
    return database.query(SUSPEND.formatted(edition), LabelRows::label, utc(now), Label.PLATFORM);
  }

  public boolean isAnyValid() {
    return database
        .first("select exists (select from label where state = 'VALID')", row -> row.getBoolean(1))
        .orElse(false);
  }

  public boolean isAnyTopRunnerValid() {
    return database
        .first(
            "select exists (select from label where state = 'VALID' and kind = 'TOP_RUNNER')",
            row -> row.getBoolean(1))
        .orElse(false);
  }

  /** Whether there is an open application or a valid certificate. */
  public boolean isTaken(LabelKind kind, String modelCode) {
    return database.count(
            """
            select count(*) from label where kind = ? and model_code = ?
              and state in ('APPLIED', 'VALID')""",
            kind.name(),
            modelCode)
        > 0;
  }

  /** Suspended certificates of a model, locked. */
  public List<Label> lockSuspended(LabelKind kind, String modelCode) {
    return database.query(
        """
        select * from label where kind = ? and model_code = ? and state = 'SUSPENDED'
        order by id for update""",
        LabelRows::label,
        kind.name(),
        modelCode);
  }

  public Optional<Label> find(String reference) {
    return find(reference, "");
  }

  /** The same, with its row locked until the transaction ends. */
  public Optional<Label> lock(String reference) {
    return find(reference, " for update");
  }

  private Optional<Label> find(String reference, String suffix) {
    if (reference.matches("[1-9][0-9]{0,17}")) {
      return database.first(
          "select * from label where id = ?" + suffix, LabelRows::label, Long.valueOf(reference));
    }
    return SerialNumber.parse(reference)
        .flatMap(
            serial ->
                database.first(
                    "select * from label where serial = ?" + suffix,
                    LabelRows::label,
                    serial.toString()));
  }

  /** Labels below an id, newest first. */
  public List<Label> list(LabelFilter filter, Instant now, long below, int limit) {
    StringBuilder sql = new StringBuilder("select * from label where id < ?");
    List<Object> values = new ArrayList<>();
    values.add(below);
    if (!filter.allApplications()) {
      sql.append(" and (serial is not null or enterprise = any(?))");
      values.add(filter.applicationsOf().toArray(String[]::new));
    }
    if (filter.state() != null) {
      // As Label.stateAt says.
      sql.append(
          " and case when state in ('VALID', 'SUSPENDED') and valid_until <= ? then 'EXPIRED'"
              + " else state end = ?");
      values.add(utc(now));
      values.add(filter.state().name());
    }
    restrict(sql, values, "kind = ?", filter.kind() == null ? null : filter.kind().name());
    restrict(sql, values, "enterprise = ?", filter.enterprise());
    restrict(sql, values, "model_code = ?", filter.model());
    restrict(sql, values, "coalesce(class, applied_class) = ?", filter.ratingClass());
    values.add(limit);
    return database.query(
        sql.append(" order by id desc limit ?").toString(), LabelRows::label, values.toArray());
  }

  private static void restrict(
      StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      sql.append(" and ").append(condition);
      values.add(value);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
