package org.carbonpublicity.reporting.testing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The demo's fleet, rated here by a computation that owes nothing to the rating service: one pass
 * for the category means, one for classes.
 */
public final class Fleet {

  private static final Path DEMO = Path.of("../deploy/local/demo");

  private Fleet() {}

  private static final class Category {
    private BigDecimal sum = BigDecimal.ZERO;
    private int models;
  }

  public static List<RatedModel> rated() {
    List<Map<String, String>> rows = ExpectedRows.read(DEMO.resolve("fleet-2024-09.csv"));
    JsonNode scheme = scheme();
    Map<String, Category> categories = new HashMap<>();
    Map<String, String> codes = new TreeMap<>();
    for (Map<String, String> row : rows) {
      codes.computeIfAbsent(row.get("enterprise"), n -> "E%04d".formatted(codes.size() + 1));
      if (row.get("on_sale").equals("Y")) {
        Category category = categories.computeIfAbsent(category(row), c -> new Category());
        category.sum = category.sum.add(new BigDecimal(row.get("footprint_g_per_km")));
        category.models++;
      }
    }
    return rows.stream()
        .map(row -> rated(row, codes.get(row.get("enterprise")), categories, scheme))
        .toList();
  }

  private static RatedModel rated(
      Map<String, String> row, String code, Map<String, Category> categories, JsonNode scheme) {
    RatedModel model =
        RatedModel.model(row.get("model_code"))
            .with("modelName", row.get("model_name"))
            .enterprise(code, row.get("enterprise"))
            .with("brand", row.get("brand"))
            .with("countryStyle", row.get("country_style"))
            .with("series", row.get("series"))
            .with("powertrain", row.get("powertrain"))
            .with("bodyType", row.get("body_type"))
            .with("segment", row.get("segment"))
            .with("batch", 3)
            .footprint(row.get("footprint_g_per_km"))
            .with("launchMonth", row.get("launch_month"));
    if (!row.get("price_cny").isEmpty()) {
      model.with("priceCny", new BigDecimal(row.get("price_cny")));
    }
    if (!row.get("group").isEmpty()) {
      model.with("group", row.get("group"));
    }
    BigDecimal footprint = new BigDecimal(row.get("footprint_g_per_km"));
    if (row.get("on_sale").equals("Y")) {
      Category category = categories.get(category(row));
      BigDecimal models = BigDecimal.valueOf(category.models);
      model
          .with("belowAverage", footprint.multiply(models).compareTo(category.sum) < 0)
          .with("categoryMean", category.sum.divide(models, 6, RoundingMode.HALF_UP));
    } else {
      model.offSale().without("categoryMean");
    }
    if (row.get("curb_mass_kg").isEmpty()) {
      return model.unrated().without("curbMassKg");
    }
    BigDecimal mass = new BigDecimal(row.get("curb_mass_kg"));
    JsonNode line = scheme.get("lines").get(row.get("powertrain"));
    BigDecimal reference =
        line.get("intercept").decimalValue().add(line.get("slope").decimalValue().multiply(mass));
    return model
        .with("curbMassKg", mass)
        .with("reference", reference)
        .with("ratio", footprint.divide(reference, 6, RoundingMode.HALF_UP))
        .with("class", ratingClass(footprint, reference, scheme));
  }

  private static int ratingClass(BigDecimal footprint, BigDecimal reference, JsonNode scheme) {
    JsonNode bounds = scheme.get("class_upper_bounds_of_ratio");
    for (int number = 1; number < 5; number++) {
      BigDecimal bound = bounds.get("" + number).decimalValue();
      if (footprint.compareTo(bound.multiply(reference)) <= 0) {
        return number;
      }
    }
    return 5;
  }

  private static String category(Map<String, String> row) {
    return row.get("powertrain") + "/" + row.get("body_type") + "/" + row.get("segment");
  }

  private static JsonNode scheme() {
    try {
      return JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readTree(Files.readString(DEMO.resolve("rating-scheme.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
