package org.carbonpublicity.assessment.window.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.assessment.jdbc.Database;
import org.carbonpublicity.assessment.window.AssessmentWindow;
import org.jspecify.annotations.Nullable;

/** Windows. Lock their guideline before writing. */
@ApplicationScoped
public class WindowRepository {

  private static final String SELECT =
      "select id, guideline, title, title_zh, opens_at, deadline, closes_at, assessors,"
          + " response_days, version from assessment_window ";
  private static final String SAVE =
      """
      insert into assessment_window
        (id, guideline, title, title_zh, opens_at, deadline, closes_at, assessors, response_days, version)
      values (?, ?, ?, ?, ?, ?, cast(? as timestamptz), ?, ?, 1)
      on conflict (id) do update set guideline = excluded.guideline, title = excluded.title,
        title_zh = excluded.title_zh, opens_at = excluded.opens_at, deadline = excluded.deadline,
        closes_at = excluded.closes_at, assessors = excluded.assessors,
        response_days = excluded.response_days, version = assessment_window.version + 1""";

  private final Database database;

  WindowRepository(Database database) {
    this.database = database;
  }

  public Optional<AssessmentWindow> find(String id) {
    return database.first(SELECT + "where id = ?", WindowRepository::window, id);
  }

  public List<AssessmentWindow> ofGuideline(String guideline) {
    return database.query(
        SELECT + "where guideline = ? order by opens_at", WindowRepository::window, guideline);
  }

  public List<AssessmentWindow> list(@Nullable String guideline, String afterId, int limit) {
    return database.query(
        SELECT + "where id > ? and (cast(? as text) is null or guideline = ?) order by id limit ?",
        WindowRepository::window,
        afterId,
        guideline,
        guideline,
        limit);
  }

  /** Writes a window down, new or in the place of the one of its id. */
  public AssessmentWindow save(AssessmentWindow window) {
    database.update(
        SAVE,
        window.id(),
        window.guideline(),
        window.title(),
        window.titleZh(),
        utc(window.opensAt()),
        utc(window.deadline()),
        utc(window.closesAt()),
        window.assessors(),
        window.responseDays());
    return find(window.id()).orElseThrow();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  private static AssessmentWindow window(ResultSet row) throws SQLException {
    OffsetDateTime closes = row.getObject("closes_at", OffsetDateTime.class);
    return new AssessmentWindow(
        row.getString("id"),
        row.getString("guideline"),
        row.getString("title"),
        row.getString("title_zh"),
        row.getObject("opens_at", OffsetDateTime.class).toInstant(),
        row.getObject("deadline", OffsetDateTime.class).toInstant(),
        closes == null ? null : closes.toInstant(),
        row.getInt("assessors"),
        row.getInt("response_days"),
        row.getInt("version"));
  }
}
