package org.carbonpublicity.rating.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.carbonpublicity.rating.fixture.Recomputation;
import org.carbonpublicity.rating.fixture.Recomputation.Expected;
import org.carbonpublicity.rating.fixture.Recomputation.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One population under every kind of scheme, and back again. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class SchemeKindsTest {

  private static final int GENERATED = 100_000;
  private static final Map<Kind, String[]> BOUNDS =
      Map.of(
          Kind.FIXED_LINES, new String[] {"0.92", "0.97", "1.03", "1.08"},
          Kind.FITTED_LINES, new String[] {"0.9", "0.97", "1.03", "1.1"},
          Kind.CATEGORY_MEAN, new String[] {"0.95", "0.98", "1.02", "1.05"},
          Kind.ABSOLUTE_BANDS, new String[] {"150", "200", "225.5", "260"});

  @Inject Platform platform;
  @Inject AgroalDataSource database;

  @BeforeEach
  void reset() {
    platform.reset();
  }

  @Test
  void everyKindAgreesWithAnIndependentRecomputationOverGeneratedModels() throws SQLException {
    assertAllKinds(generated(GENERATED, new Random(26_11)));
  }

  @Test
  void everyKindAgreesWithAnIndependentRecomputationOverTheDemoFleet()
      throws IOException, SQLException {
    assertAllKinds(demoFleet());
  }

  @Test
  void underThirtyModelsTheMeanOfTheCategoryStandsIn() throws SQLException {
    List<Model> models = new ArrayList<>(generated(3_000, new Random(5)));
    models.removeIf(
        model -> model.powertrain().equals("DIESEL") || model.powertrain().equals("HEV"));
    for (int i = 0; i < 30; i++) {
      models.add(mass(Model.sedan("D" + i, 250 + i + ".5").driven("DIESEL"), 1_500 + 7 * i));
      // All of one mass: no line goes through them.
      models.add(Model.sedan("H" + i, 180 + i + ".25").driven("HEV"));
    }
    models.add(Model.sedan("D-OFF", "300").driven("DIESEL").offSale());
    models.add(Model.sedan("H-NO-MASS", "190").driven("HEV").withoutMass());
    platform.putScheme("kind", scheme(Kind.FITTED_LINES));
    platform.activate("kind");
    platform.publish(1, 3, models);
    platform.awaitEdition(1);
    assertAgrees(1, Kind.FITTED_LINES, models);
    assertThat(platform.get("/api/v1/ratings/H-NO-MASS").has("class")).isTrue();

    // One model of 30 goes off sale: no line any more.
    Model gone = Model.sedan("D7", "257.5").driven("DIESEL").revised(2, "257.5").offSale();
    platform.publish(2, 4, List.of(gone));
    platform.awaitEdition(2);
    List<Model> later = new ArrayList<>(models);
    later.replaceAll(model -> model.code().equals("D7") ? gone : model);
    assertAgrees(2, Kind.FITTED_LINES, later);
    assertThat(lines(1))
        .isEqualTo("BEV line, DIESEL 30 line, GASOLINE line, HEV 30 mean, PHEV line");
    assertThat(lines(2))
        .isEqualTo("BEV line, DIESEL 29 mean, GASOLINE line, HEV 30 mean, PHEV line");
  }

  private String lines(int edition) {
    List<String> lines = new ArrayList<>();
    for (JsonNode line :
        platform.get("/api/v1/editions/" + edition + "/reference-lines").get("items")) {
      int models = line.get("models").asInt();
      lines.add(
          line.get("powertrain").asText()
              + (models > 30 ? "" : " " + models)
              + (line.has("interceptGramsPerKm") ? " line" : " mean"));
    }
    return String.join(", ", lines);
  }

  private void assertAllKinds(Collection<Model> models) throws SQLException {
    int edition = 0;
    for (Kind kind : Kind.values()) {
      platform.putScheme(kind.name(), scheme(kind));
      platform.activate(kind.name());
      if (edition == 0) {
        publish(List.copyOf(models));
      }
      JsonNode made = platform.awaitEdition(++edition);
      assertThat(made.get("scheme").asText()).isEqualTo(kind.name());
      assertAgrees(edition, kind, models);
    }
    // By mistake, as it turns out: the first one again.
    platform.activate(Kind.FIXED_LINES.name());
    platform.awaitEdition(++edition);
    assertThat(differences(edition, 1)).isZero();
    assertThat(platform.get("/api/v1/editions/" + edition).get("classCounts"))
        .isEqualTo(platform.get("/api/v1/editions/1").get("classCounts"));
  }

  private void assertAgrees(int edition, Kind kind, Collection<Model> models) throws SQLException {
    Map<String, Expected> expected = new TreeMap<>();
    new Recomputation(models, kind, Recomputation.numbers(BOUNDS.get(kind)))
        .ratings()
        .forEach((code, rating) -> expected.put(code, normal(rating)));
    Set<Integer> classes = new HashSet<>();
    int compared = 0;
    // A hundred thousand ratings are read where they lie; what HTTP says of them others look at.
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select model_code, coalesce(class, 0), ratio, reference, category_mean,"
                    + " below_average from rating where edition = "
                    + edition)) {
      while (row.next()) {
        Expected actual =
            normal(
                new Expected(
                    row.getInt(2),
                    row.getBigDecimal(3),
                    row.getBigDecimal(4),
                    row.getBigDecimal(5),
                    row.getObject(6, Boolean.class)));
        String code = row.getString(1);
        if (!actual.equals(expected.get(code))) {
          assertThat(actual).as("%s %s", kind, code).isEqualTo(expected.get(code));
        }
        classes.add(actual.ratingClass());
        compared++;
      }
    }
    assertThat(compared).isEqualTo(models.size());
    assertThat(classes).as("classes that occur under %s", kind).hasSizeGreaterThanOrEqualTo(4);
  }

  /** Models that two editions rate otherwise, in anything. */
  private long differences(int one, int other) {
    return platform.number(
        """
        select count(*)
        from (select * from rating where edition = %d) a
        full join (select * from rating where edition = %d) b on a.model_code = b.model_code
        where (a.model_code, a.class, a.ratio, a.reference, a.category_mean, a.below_average,
            a.unrated_reason)
          is distinct from (b.model_code, b.class, b.ratio, b.reference, b.category_mean,
            b.below_average, b.unrated_reason)"""
            .formatted(one, other));
  }

  /** In pieces, as the messages of all would fill the memory. */
  private void publish(List<Model> models) {
    int piece = 10_000;
    for (int from = 0; from < models.size(); from += piece) {
      platform.sendFootprints(1, 3, models.subList(from, Math.min(models.size(), from + piece)));
    }
    platform.announce(1, 3, models.size());
  }

  private static Expected normal(Expected rating) {
    return new Expected(
        rating.ratingClass(),
        strip(rating.ratio()),
        strip(rating.reference()),
        strip(rating.mean()),
        rating.below());
  }

  private static BigDecimal strip(BigDecimal value) {
    return value == null ? null : value.stripTrailingZeros();
  }

  private static String scheme(Kind kind) {
    String lines =
        kind == Kind.FIXED_LINES ? Platform.parse(Platform.SCHEME).get("lines").toString() : "{}";
    String[] bounds = BOUNDS.get(kind);
    return """
    {"kind": "%s", "title": "%s", "titleZh": "方案", "lines": %s,
     "classUpperBounds": {"1": %s, "2": %s, "3": %s, "4": %s}}"""
        .formatted(kind, kind, lines, bounds[0], bounds[1], bounds[2], bounds[3]);
  }

  private static Model mass(Model model, int curbMassKg) {
    return new Model(
        model.code(),
        model.enterprise(),
        model.powertrain(),
        model.bodyType(),
        model.segment(),
        BigDecimal.valueOf(curbMassKg),
        model.footprint(),
        model.onSale(),
        model.revision());
  }

  /** Footprints that rise with mass; some models have no mass, some categories none on sale. */
  private static List<Model> generated(int count, Random random) {
    List<String> powertrains = List.of("GASOLINE", "DIESEL", "HEV", "PHEV", "BEV");
    List<String> bodies = List.of("SEDAN", "SUV", "MPV");
    List<String> segments = List.of("A00", "A0", "A", "B", "C", "D");
    List<Model> models = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int mass = 8_000 + random.nextInt(17_000);
      String body = bodies.get(random.nextInt(3));
      String segment = segments.get(random.nextInt(6));
      models.add(
          new Model(
              "M%06d".formatted(i),
              "E%04d".formatted(random.nextInt(60)),
              powertrains.get(random.nextInt(5)),
              body,
              segment,
              random.nextInt(50) == 0 ? null : BigDecimal.valueOf(mass, 1),
              BigDecimal.valueOf(60_000L + mass * 10L + random.nextInt(90_000), 3),
              !(body.equals("MPV") && segment.equals("A00")) && random.nextInt(5) > 0,
              1));
    }
    return models;
  }

  private static Collection<Model> demoFleet() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../deploy/local/demo/fleet-2024-09.csv"));
    List<String> header = List.of(lines.get(0).split(",", -1));
    Map<String, Model> models = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertThat(cells).hasSameSizeAs(header);
      String mass = cells[header.indexOf("curb_mass_kg")];
      Model model =
          new Model(
              cells[header.indexOf("model_code")],
              cells[header.indexOf("enterprise")],
              cells[header.indexOf("powertrain")],
              cells[header.indexOf("body_type")],
              cells[header.indexOf("segment")],
              mass.isEmpty() ? null : new BigDecimal(mass),
              new BigDecimal(cells[header.indexOf("footprint_g_per_km")]),
              cells[header.indexOf("on_sale")].equals("Y"),
              1);
      models.put(model.code(), model);
    }
    return models.values();
  }
}
