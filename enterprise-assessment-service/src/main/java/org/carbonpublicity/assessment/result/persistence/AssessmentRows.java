package org.carbonpublicity.assessment.result.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.Assessment.Reassessment;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.carbonpublicity.assessment.result.PastScoring;
import org.carbonpublicity.assessment.result.ScoringCause;
import org.carbonpublicity.assessment.review.ReviewRules.Rule;
import org.carbonpublicity.assessment.scoring.Outcome;
import org.jspecify.annotations.Nullable;

/** How an assessment stands in a row. */
final class AssessmentRows {

  static final String COLUMNS =
      """
      a.id, a.number, a.submission, a.guideline, a.enterprise, a.enterprise_name, a.outcome, a.rejected,
      a.assessors_required, a.response_days, a.state, a.version, a.awarded_at, a.shared_at,
      a.response_deadline, a.confirmed_at, a.confirmed_by_silence, a.published_at,
      a.reassessment_reason, a.reassessment_at, a.reassessment_by, a.superseded_by,
      a.assessment_window""";

  /** Of its own: what REST is configured to must not change what is stored. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private AssessmentRows() {}

  static Assessment assessment(ResultSet row) throws SQLException {
    return new Assessment(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getObject("submission", UUID.class),
        row.getString("guideline"),
        row.getString("enterprise"),
        row.getString("enterprise_name"),
        outcome(row.getString("outcome")),
        texts(row, "rejected"),
        new Rule(row.getInt("assessors_required"), row.getInt("response_days")),
        AssessmentState.valueOf(row.getString("state")),
        row.getInt("version"),
        Objects.requireNonNull(instant(row, "awarded_at")),
        instant(row, "shared_at"),
        instant(row, "response_deadline"),
        instant(row, "confirmed_at"),
        row.getBoolean("confirmed_by_silence"),
        instant(row, "published_at"),
        reassessment(row),
        row.getObject("superseded_by", UUID.class),
        row.getString("assessment_window"));
  }

  static PastScoring scoring(ResultSet row) throws SQLException {
    return new PastScoring(
        ScoringCause.valueOf(row.getString("cause")),
        outcome(row.getString("outcome")),
        Objects.requireNonNull(instant(row, "scored_at")));
  }

  static String write(Outcome outcome) {
    try {
      return JSON.writeValueAsString(outcome);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Outcome outcome(String json) {
    try {
      return JSON.readValue(json, Outcome.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Reassessment reassessment(ResultSet row) throws SQLException {
    Instant at = instant(row, "reassessment_at");
    return at == null
        ? null
        : new Reassessment(
            row.getString("reassessment_reason"), at, row.getString("reassessment_by"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static Set<String> texts(ResultSet row, String column) throws SQLException {
    return new TreeSet<>(Set.of((String[]) row.getArray(column).getArray()));
  }
}
