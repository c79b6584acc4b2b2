package org.carbonpublicity.disclosure.model.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carbonpublicity.disclosure.footprint.Term;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.jspecify.annotations.Nullable;

/** Revisions of vehicle models, as far as somebody may see them. */
@ApplicationScoped
public class RevisionRepository {

  private static final String COLUMNS =
      "select f.model_code, f.revision, f.replaces, f.batch, b.state, f.enterprise,"
          + " f.group_name, f.brand, f.country_style, f.series, f.model_name, f.powertrain, f.body_type, f.segment,"
          + " f.curb_mass_kg, f.fuel_l_per_100km, f.electricity_kwh_per_100km, f.battery_kwh,"
          + " f.battery_chemistry, f.price_cny, f.launch_month, f.on_sale, f.footprint_g_per_km,"
          + " f.origin, f.factor_set, f.methodology, f.feedback_form, f.created_at,"
          + " f.withdrawn, f.merged_into, b.published_at, ";
  private static final String FROM =
      " from footprint_revision f join batch b on b.number = f.batch where ";
  private static final String NO_TERMS = "null as terms, null as term_amounts, null as frame";
  private static final String VISIBLE =
      "(b.state = 'PUBLISHED' or ? or (f.enterprise = any (?) and b.state not in ('DRAFT',"
          + " 'PREPARING') and (b.state <> 'CANCELLED' or b.review_at is not null)))";

  private static final TypeReference<List<Term>> TERMS = new TypeReference<>() {};

  private final Database database;
  private final TermFrames frames;
  private final ObjectMapper json;

  RevisionRepository(Database database, TermFrames frames, ObjectMapper json) {
    this.database = database;
    this.frames = frames;
    this.json = json;
  }

  /**
   * Who looks: an analyst sees all, an automaker its own from the review on, everybody what is
   * published.
   */
  public record Viewer(boolean analyst, Set<String> enterprises) {
    String[] codes() {
      return enterprises.toArray(String[]::new);
    }
  }

  /**
   * Revisions of a model in the order in which they were published, then those that are not yet;
   * without their terms. The last one is the present one.
   */
  public List<KnownRevision> of(String modelCode, Viewer viewer) {
    return database.query(
        COLUMNS
            + NO_TERMS
            + FROM
            + "f.model_code = ? and "
            + VISIBLE
            + " order by b.publication nulls last, f.revision",
        this::map,
        modelCode,
        viewer.analyst(),
        viewer.codes());
  }

  /** What was public of a model at a moment, in the order of publication, without terms. */
  public List<KnownRevision> publishedBy(String modelCode, Instant moment) {
    return database.query(
        COLUMNS
            + NO_TERMS
            + FROM
            + "f.model_code = ? and b.state = 'PUBLISHED' and b.published_at <= ?"
            + " order by b.publication, f.revision",
        this::map,
        modelCode,
        moment.atOffset(ZoneOffset.UTC));
  }

  /** The present published revision of each of the models that have one. */
  public List<KnownRevision> published(Collection<String> modelCodes) {
    return database.query(
        COLUMNS.replaceFirst("select", "select distinct on (f.model_code)")
            + NO_TERMS
            + FROM
            + "f.model_code = any (?) and b.state = 'PUBLISHED' order by f.model_code,"
            + " b.publication desc, f.revision desc",
        this::map,
        (Object) modelCodes.toArray(String[]::new));
  }

  /** One revision with its terms. */
  public Optional<KnownRevision> find(String modelCode, int revision, Viewer viewer) {
    return database.first(
        COLUMNS
            + "f.terms::text as terms, f.term_amounts, (select t.document::text from term_frame t where"
            + " t.id = f.term_frame) as frame"
            + FROM
            + "f.model_code = ? and f.revision = ? and "
            + VISIBLE,
        this::map,
        modelCode,
        revision,
        viewer.analyst(),
        viewer.codes());
  }

  /** The present revision of each model of an enterprise in a batch, by code. */
  public List<KnownRevision> current(int batch, String enterprise) {
    return database.query(
        COLUMNS.replaceFirst("select", "select distinct on (f.model_code)")
            + NO_TERMS
            + FROM
            + "f.batch = ? and f.enterprise = ? order by f.model_code, f.revision desc",
        this::map,
        batch,
        enterprise);
  }

  private KnownRevision map(ResultSet row) throws SQLException {
    return new KnownRevision(
        row.getString("model_code"),
        row.getInt("revision"),
        row.getObject("replaces", Integer.class),
        row.getInt("batch"),
        row.getString("state"),
        row.getString("enterprise"),
        row.getString("group_name"),
        row.getString("brand"),
        row.getString("country_style"),
        row.getString("series"),
        row.getString("model_name"),
        row.getString("powertrain"),
        row.getString("body_type"),
        row.getString("segment"),
        row.getBigDecimal("curb_mass_kg"),
        row.getBigDecimal("fuel_l_per_100km"),
        row.getBigDecimal("electricity_kwh_per_100km"),
        row.getBigDecimal("battery_kwh"),
        row.getString("battery_chemistry"),
        row.getBigDecimal("price_cny"),
        row.getString("launch_month"),
        row.getBoolean("on_sale"),
        row.getBigDecimal("footprint_g_per_km"),
        row.getString("origin"),
        row.getString("factor_set"),
        row.getString("methodology"),
        row.getString("feedback_form"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        terms(row),
        row.getBoolean("withdrawn"),
        row.getString("merged_into"),
        instant(row, "published_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private @Nullable List<Term> terms(ResultSet row) throws SQLException {
    String frame = row.getString("frame");
    if (frame != null) {
      return frames.read(frame).terms(row.getString("term_amounts"));
    }
    String document = row.getString("terms");
    try {
      return document == null ? null : json.readValue(document, TERMS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
