package org.carbonpublicity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.local.demo.DemoFiles.PreliminarySeries;

/** An analyst's work on a month of sales. */
final class MonthlySales {

  static final String MONTH = "2024-09";

  private static final String ANALYST = "analyst";
  private static final String PATH = "/api/v1/sales";

  private final ApiClient api;
  private final DemoFiles files;

  MonthlySales(ApiClient api, DemoFiles files) {
    this.api = api;
    this.files = files;
  }

  /** Number of rows accepted. */
  int importFile() {
    try {
      return api.upload(ANALYST, PATH, "demo-sales-" + MONTH, BodyPublishers.ofFile(files.sales()))
          .expect(201)
          .body()
          .path("rowsAccepted")
          .asInt();
    } catch (FileNotFoundException e) {
      throw new DemoFailedException(files.sales() + " is missing", e);
    }
  }

  /**
   * Registers the sold series whose models are still preliminary, with what their forms say;
   * returns how many there are.
   */
  int registerPending() {
    Map<List<String>, PreliminarySeries> known = files.batch4Series();
    List<JsonNode> unmatched =
        api.get(ANALYST, PATH + "/unmatched?month=" + MONTH).expect(200).items();
    for (JsonNode one : unmatched) {
      String enterprise = one.path("enterpriseName").asText();
      String series = one.path("series").asText();
      PreliminarySeries preliminary = known.get(List.of(enterprise, series));
      if (preliminary == null) {
        throw new DemoFailedException("no form tells of " + series + " by " + enterprise);
      }
      String path = PATH + "/series/" + segment(enterprise) + "/" + segment(series);
      Map<String, Object> body =
          Map.of("powertrains", preliminary.powertrains(), "pricesCny", preliminary.pricesCny());
      api.put(ANALYST, path, body).expect(200);
    }
    return unmatched.size();
  }

  private static String segment(String name) {
    return ApiClient.encode(name).replace("+", "%20");
  }
}
