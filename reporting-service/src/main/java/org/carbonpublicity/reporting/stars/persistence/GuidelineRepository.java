package org.carbonpublicity.reporting.stars.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.carbonpublicity.reporting.stars.StarRule;

/** Star rules of the guidelines that were activated. */
@ApplicationScoped
public class GuidelineRepository {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<StarRule>> RULES = new TypeReference<>() {};

  private static final String SAVE =
      """
      insert into guideline (guideline, star_rules, activated_at) values (?, ?, ?)
      on conflict (guideline) do update
      set star_rules = excluded.star_rules, activated_at = excluded.activated_at
      where guideline.activated_at <= excluded.activated_at
      """;
  private static final String IN_FORCE =
      "select star_rules, activated_at from guideline order by activated_at desc, guideline limit 1";

  private final AgroalDataSource dataSource;

  GuidelineRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The rules that are in force, and since when. */
  public record InForce(List<StarRule> rules, Instant since) {}

  public void save(String guideline, List<StarRule> rules, Instant activatedAt)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement save = connection.prepareStatement(SAVE)) {
      save.setString(1, guideline);
      save.setString(2, JSON.writeValueAsString(rules));
      save.setObject(3, activatedAt.atOffset(ZoneOffset.UTC));
      save.executeUpdate();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rules are always JSON", e);
    }
  }

  /** The guideline in force: the one activated last, of which there is at least one. */
  public InForce inForce() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(IN_FORCE);
        ResultSet row = select.executeQuery()) {
      row.next();
      return new InForce(
          JSON.readValue(row.getString(1), RULES),
          row.getObject(2, OffsetDateTime.class).toInstant());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored rules are not JSON", e);
    }
  }
}
