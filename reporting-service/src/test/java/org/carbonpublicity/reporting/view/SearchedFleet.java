package org.carbonpublicity.reporting.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.carbonpublicity.reporting.testing.Fleet;
import org.carbonpublicity.reporting.testing.RatedModel;

/** The demo's fleet and a few more models, searched by a plain loop that knows nothing of SQL. */
final class SearchedFleet {

  static final List<RatedModel> MODELS = models();

  private SearchedFleet() {}

  /** A filter as parameters, and as what it means. */
  record Search(Map<String, String> parameters, Predicate<RatedModel> meaning) {}

  private static List<RatedModel> models() {
    List<RatedModel> models = new ArrayList<>(Fleet.rated());
    models.add(
        RatedModel.model("CN-1")
            .with("modelName", "海豹 ０６ＤＭ")
            .enterprise("E9001", "比亚迪汽车")
            .with("brand", "王朝")
            .with("series", "海豹")
            .with("powertrain", "PHEV")
            .without("belowAverage")
            .with("onSale", false));
    models.add(
        RatedModel.model("CN_2%")
            .with("modelName", "Käfer ÄÖÜ 100%_x")
            .enterprise("E9002", "奇瑞汽车")
            .with("brand", "瑞虎")
            .with("series", "瑞虎 8")
            .with("priceCny", new BigDecimal("99800.50"))
            .with("launchMonth", "2024-07"));
    models.add(
        RatedModel.model("CN-3")
            .with("modelName", "无价 Model")
            .enterprise("E9002", "奇瑞汽车")
            .with("brand", "瑞虎")
            .with("series", "瑞虎 8")
            .unrated());
    return List.copyOf(models);
  }

  static String ratingClass(RatedModel model) {
    return model.text("class").isEmpty() ? "UNRATED" : model.text("class");
  }

  static String category(RatedModel model) {
    return model.text("powertrain") + "/" + model.text("bodyType") + "/" + model.text("segment");
  }

  static BigDecimal footprint(RatedModel model) {
    return new BigDecimal(model.text("footprintGramsPerKm"));
  }

  static List<String> codes(Predicate<RatedModel> meaning) {
    return MODELS.stream()
        .filter(meaning)
        .sorted(
            Comparator.comparing(SearchedFleet::footprint)
                .thenComparing(model -> model.text("modelCode")))
        .map(model -> model.text("modelCode"))
        .toList();
  }

  /** A filter of a few parameters, made of what some model has, so that it mostly finds some. */
  static Search random(Random random) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Predicate<RatedModel> meaning = model -> true;
    RatedModel seed = MODELS.get(random.nextInt(MODELS.size()));
    List<String> names =
        List.of(
            "q",
            "enterprise",
            "group",
            "brand",
            "series",
            "powertrain",
            "bodyType",
            "segment",
            "category",
            "class",
            "onSale",
            "belowAverage",
            "priceFrom",
            "priceTo",
            "footprintFrom",
            "footprintTo",
            "launchFrom",
            "launchTo");
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      String name = names.get(random.nextInt(names.size()));
      String value = value(name, seed, random);
      if (!value.isEmpty() && !parameters.containsKey(name)) {
        parameters.put(name, value);
        meaning = meaning.and(model -> fulfils(model, name, value));
      }
    }
    return new Search(parameters, meaning);
  }

  private static String value(String name, RatedModel seed, Random random) {
    return switch (name) {
      case "q" -> part(seed.text("brand"), random) + " " + part(seed.text("modelName"), random);
      case "enterprise" ->
          random.nextBoolean()
              ? seed.text("enterprise")
              : seed.text("enterpriseName").toUpperCase(Locale.ROOT);
      case "powertrain" -> seed.text("powertrain") + (random.nextBoolean() ? ",HEV" : "");
      case "category" -> category(seed);
      case "class" -> ratingClass(seed) + (random.nextBoolean() ? ",UNRATED" : "");
      case "priceFrom", "priceTo" -> seed.text("priceCny");
      case "footprintFrom", "footprintTo" -> seed.text("footprintGramsPerKm");
      case "launchFrom", "launchTo" -> seed.text("launchMonth");
      default -> seed.text(name);
    };
  }

  /** Some characters of a name, without its spaces, which would part them into words. */
  private static String part(String name, Random random) {
    String[] words = name.split("\\s+");
    String word = words[random.nextInt(words.length)];
    int from = random.nextInt(word.length());
    return word.substring(from, from + 1 + random.nextInt(word.length() - from));
  }

  private static boolean fulfils(RatedModel model, String name, String value) {
    return switch (name) {
      case "q" -> List.of(folded(value).split(" ")).stream().allMatch(word -> says(model, word));
      case "enterprise" ->
          model.text("enterprise").equals(value)
              || folded(model.text("enterpriseName")).equals(folded(value));
      case "group", "brand", "series" -> folded(model.text(name)).equals(folded(value));
      case "powertrain" -> List.of(value.split(",")).contains(model.text(name));
      case "category" -> category(model).equals(value);
      case "class" -> List.of(value.split(",")).contains(ratingClass(model));
      case "priceFrom" -> compared(model, "priceCny", value, 1) >= 0;
      case "priceTo" -> compared(model, "priceCny", value, 0) < 0;
      case "footprintFrom" -> footprint(model).compareTo(new BigDecimal(value)) >= 0;
      case "footprintTo" -> footprint(model).compareTo(new BigDecimal(value)) < 0;
      case "launchFrom" ->
          !model.text("launchMonth").isEmpty() && model.text("launchMonth").compareTo(value) >= 0;
      case "launchTo" ->
          !model.text("launchMonth").isEmpty() && model.text("launchMonth").compareTo(value) <= 0;
      default -> model.text(name).equals(value);
    };
  }

  /** What is missing is neither below nor from anything on. */
  private static int compared(RatedModel model, String field, String value, int sign) {
    if (model.text(field).isEmpty()) {
      return sign > 0 ? -1 : 1;
    }
    return new BigDecimal(model.text(field)).compareTo(new BigDecimal(value));
  }

  private static boolean says(RatedModel model, String word) {
    return List.of("modelCode", "modelName", "series", "brand", "enterpriseName", "group").stream()
        .anyMatch(field -> folded(model.text(field)).contains(word));
  }

  private static String folded(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT);
  }
}
