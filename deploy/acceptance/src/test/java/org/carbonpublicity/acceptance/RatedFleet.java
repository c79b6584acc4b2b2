package org.carbonpublicity.acceptance;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Some thousand models that a test makes up, and what an analyst does to them: every call names
 * other models, and moves the means of all four categories, so that every model is rated anew.
 */
final class RatedFleet {

  static final int MODELS = 3_000;

  private static final String HEADER =
      "enterprise,brand,country_style,series,model_code,model_name,powertrain,body_type,segment,"
          + "curb_mass_kg,fuel_l_per_100km,electricity_kwh_per_100km,battery_kwh,battery_chemistry,"
          + "price_cny,launch_month,on_sale,footprint_g_per_km";

  /** Means are taken by these; neighbours are of different ones. */
  private static final List<String> CATEGORIES =
      List.of("GASOLINE,SEDAN,A", "GASOLINE,SUV,B", "BEV,SEDAN,A", "BEV,SUV,B");

  private static final List<String> SCHEMES = List.of("cpp-2024-illustrative", "stricter");

  private final URI address;
  private final Caller analyst;
  private int named;
  private int publications;
  private int activations;

  RatedFleet(URI address) {
    this.address = address;
    this.analyst = Caller.as("analyst", address);
  }

  /** Publications asked for so far. */
  int publications() {
    return publications;
  }

  /** Imports and publishes the fleet under a scheme; a second scheme stands ready. */
  void publish(Path folder) throws IOException {
    Disclosures disclosures = new Disclosures(address);
    disclosures.activateScheme();
    analyst
        .call()
        .contentType("application/json")
        .body(scheme().replace("0.155", "0.145").replace("0.1}", "0.09}"))
        .put("/api/v1/rating-schemes/" + SCHEMES.get(1))
        .then()
        .statusCode(anyOf(is(200), is(201)));
    Path file = Files.writeString(folder.resolve("fleet.csv"), csv());
    disclosures.importBatch(1, file);
    disclosures.publish(1);
    publications++;
  }

  /** Puts the scheme in force that is not. */
  void activateOtherScheme() {
    activations++;
    analyst
        .call()
        .post("/api/v1/rating-schemes/" + SCHEMES.get(activations % 2) + "/activation")
        .then()
        .statusCode(202);
  }

  /** Another footprint for a model of each category. */
  void correct() {
    List<Map<String, Object>> models = new ArrayList<>();
    for (String code : next()) {
      models.add(Map.of("modelCode", code, "footprintGramsPerKm", 150 + named % 50));
    }
    published("/api/v1/corrections", Map.of("reason", "Misread", "models", models));
  }

  void takeOffSale() {
    List<Map<String, Object>> models = new ArrayList<>();
    for (String code : next()) {
      models.add(Map.of("modelCode", code, "onSale", false));
    }
    published("/api/v1/on-sale-changes", Map.of("reason", "Discontinued", "models", models));
  }

  void withdraw() {
    published("/api/v1/withdrawals", Map.of("reason", "Never built", "modelCodes", next()));
  }

  /** Four models that no call named before. */
  private List<String> next() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < CATEGORIES.size(); i++) {
      codes.add(code(named++));
    }
    return codes;
  }

  private void published(String path, Map<String, Object> body) {
    Response answer = analyst.call().contentType("application/json").body(body).post(path);
    answer.then().statusCode(202);
    publications++;
  }

  private static String code(int model) {
    return "K-%05d".formatted(model);
  }

  private static String csv() {
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    for (int model = 0; model < MODELS; model++) {
      csv.append(
          "Motors %02d,Brand %d,DOMESTIC,Series %d,%s,Model %d,%s,%d,%s,%d,2024-01,Y,%d.%02d\n"
              .formatted(
                  model % 12,
                  model % 24,
                  model % 240,
                  code(model),
                  model,
                  CATEGORIES.get(model % CATEGORIES.size()),
                  1_200 + model % 700,
                  model % CATEGORIES.size() < 2 ? "6.5,,," : ",13.5,60,NMC",
                  80_000 + model,
                  140 + model % 160,
                  model % 100));
    }
    return csv.toString();
  }

  private static String scheme() {
    try (var scheme = RatedFleet.class.getResourceAsStream("/scheme.json")) {
      return new String(scheme.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
