package org.carbonpublicity.reporting.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.carbonpublicity.reporting.testing.Reports;
import org.jspecify.annotations.Nullable;

/** Follows the links from page to page. */
final class Pages {

  private Pages() {}

  static List<String> all(String path) {
    return items(path).stream().map(item -> (String) item.get("modelCode")).toList();
  }

  static List<Map<String, Object>> items(String path) {
    return items(path, page -> {});
  }

  /**
   * All items of a list.
   *
   * @param between called with the number of each page once it has been read
   */
  static List<Map<String, Object>> items(String path, IntConsumer between) {
    List<Map<String, Object>> items = new ArrayList<>();
    String next = "/api/v1/reports/" + path;
    for (int page = 1; next != null; page++) {
      Response answer = Reports.client().urlEncodingEnabled(false).get(next);
      assertThat(answer.statusCode()).as(next + answer.asString()).isEqualTo(200);
      items.addAll(answer.jsonPath().getList("items"));
      between.accept(page);
      next = next(answer.header("Link"));
    }
    return items;
  }

  private static @Nullable String next(@Nullable String link) {
    return link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
  }
}
