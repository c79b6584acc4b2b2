package org.carbonpublicity.rating.simulation.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.rating.jdbc.Database;
import org.carbonpublicity.rating.scheme.ClassBounds;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.SchemeKind;
import org.carbonpublicity.rating.scheme.persistence.SchemeDefinition;
import org.carbonpublicity.rating.simulation.Simulation;
import org.carbonpublicity.rating.simulation.SimulationResult;
import org.jspecify.annotations.Nullable;

/** The simulations, in the caller's transaction. */
@ApplicationScoped
public class SimulationRepository {

  private static final int MOST_WAITING = 10;
  private static final String SELECT =
      """
      select id, position, edition, kind, scheme, wanted_shares, created_at, created_by, finished_at,
        failure, result
      from scheme_simulation\s""";

  /** Of its own: what HTTP looks like must not change what is kept. */
  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

  private final Database database;

  SimulationRepository(Database database) {
    this.database = database;
  }

  /** A scheme as it stands in the {@code scheme} column. */
  private record Kept(
      String id,
      String title,
      String titleZh,
      @Nullable String note,
      SchemeDefinition definition) {}

  /** Keeps a simulation that is wanted. */
  public Simulation create(
      int edition,
      RatingScheme scheme,
      @Nullable List<BigDecimal> wantedSharesPercent,
      Instant now,
      String actor) {
    UUID id = UUID.randomUUID();
    database.update(
        """
        insert into scheme_simulation (id, edition, kind, scheme, wanted_shares, created_at, created_by)
        values (?, ?, ?, ?::jsonb, ?, ?, ?)""",
        id,
        edition,
        scheme.reference().kind().name(),
        written(kept(scheme)),
        wantedSharesPercent == null ? null : wantedSharesPercent.toArray(new BigDecimal[0]),
        now.atOffset(ZoneOffset.UTC),
        actor);
    return find(id).orElseThrow();
  }

  public Optional<Simulation> find(UUID id) {
    return database.first(SELECT + "where id = ?", SimulationRepository::simulation, id);
  }

  /** Newest first. */
  public List<Simulation> before(long position, int limit) {
    return database.query(
        SELECT + "where position < ? order by position desc limit ?",
        SimulationRepository::simulation,
        position,
        limit);
  }

  /** Those that are not finished, oldest first. */
  public List<UUID> waiting() {
    return database.query(
        "select id from scheme_simulation where finished_at is null order by position limit ?",
        row -> row.getObject(1, UUID.class),
        MOST_WAITING);
  }

  /** A simulation that waits, held until the transaction ends; empty while somebody else has it. */
  public Optional<Simulation> claim(UUID id) {
    return database.first(
        SELECT + "where id = ? and finished_at is null for update skip locked",
        SimulationRepository::simulation,
        id);
  }

  /** Keeps what was found, and the bounds that were fitted. */
  public void finish(Simulation simulation, SimulationResult result, Instant now) {
    RatingScheme fitted = simulation.scheme().with(new ClassBounds(result.classUpperBounds()));
    database.update(
        "update scheme_simulation set scheme = ?::jsonb, result = ?::jsonb, finished_at = ?"
            + " where id = ?",
        written(kept(fitted)),
        written(result),
        now.atOffset(ZoneOffset.UTC),
        simulation.id());
  }

  public void fail(Simulation simulation, String failure, Instant now) {
    database.update(
        "update scheme_simulation set failure = ?, finished_at = ? where id = ?",
        failure,
        now.atOffset(ZoneOffset.UTC),
        simulation.id());
  }

  private static Kept kept(RatingScheme scheme) {
    return new Kept(
        scheme.id(), scheme.title(), scheme.titleZh(), scheme.note(), SchemeDefinition.of(scheme));
  }

  private static Simulation simulation(ResultSet row) throws SQLException {
    Kept kept = read(row.getString("scheme"), Kept.class);
    Array wanted = row.getArray("wanted_shares");
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    String result = row.getString("result");
    return new Simulation(
        row.getObject("id", UUID.class),
        row.getLong("position"),
        row.getInt("edition"),
        kept.definition()
            .scheme(
                kept.id(),
                SchemeKind.valueOf(row.getString("kind")),
                kept.title(),
                kept.titleZh(),
                kept.note()),
        wanted == null ? null : List.of((BigDecimal[]) wanted.getArray()),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        finished == null ? null : finished.toInstant(),
        row.getString("failure"),
        result == null ? null : read(result, SimulationResult.class));
  }

  private static String written(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
