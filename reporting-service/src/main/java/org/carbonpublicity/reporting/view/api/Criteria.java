package org.carbonpublicity.reporting.view.api;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.http.Problems.Fault;
import org.carbonpublicity.reporting.view.Criterion;
import org.carbonpublicity.reporting.view.Criterion.Field;
import org.carbonpublicity.reporting.view.Facet;
import org.carbonpublicity.reporting.view.ModelOrder;
import org.carbonpublicity.reporting.view.ModelOrder.By;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a search; all faults are told at once. */
final class Criteria {

  private static final int LONGEST_TEXT = 200;
  private static final int MOST_WORDS = 10;
  private static final Set<String> POWERTRAINS = Set.of("GASOLINE", "DIESEL", "HEV", "PHEV", "BEV");
  private static final Set<String> BODY_TYPES = Set.of("SEDAN", "SUV", "MPV");
  private static final Set<String> SEGMENTS = Set.of("A00", "A0", "A", "B", "C", "D");
  private static final Set<String> CLASSES = Set.of("1", "2", "3", "4", "5", Criterion.UNRATED);
  private static final Set<String> FLAGS = Set.of("true", "false");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

  private final List<Criterion> criteria = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  /**
   * What a search asks.
   *
   * @param facets in the order asked for
   */
  record Search(List<Criterion> criteria, ModelOrder order, List<Facet> facets) {}

  /** All parameters of a search; a 400 problem with every fault when one cannot be read. */
  static Search of(ModelParameters given) {
    Criteria criteria = new Criteria();
    criteria.words(given.q);
    criteria.name(Field.ENTERPRISE, "enterprise", given.enterprise);
    criteria.name(Field.GROUP, "group", given.group);
    criteria.name(Field.BRAND, "brand", given.brand);
    criteria.name(Field.SERIES, "series", given.series);
    criteria.oneOf(Field.POWERTRAIN, "powertrain", given.powertrain, POWERTRAINS);
    criteria.oneOf(Field.BODY_TYPE, "bodyType", given.bodyType, BODY_TYPES);
    criteria.oneOf(Field.SEGMENT, "segment", given.segment, SEGMENTS);
    criteria.categories(given.category);
    criteria.range(Field.PRICE_FROM, "priceFrom", given.priceFrom);
    criteria.range(Field.PRICE_TO, "priceTo", given.priceTo);
    criteria.range(Field.FOOTPRINT_FROM, "footprintFrom", given.footprintFrom);
    criteria.range(Field.FOOTPRINT_TO, "footprintTo", given.footprintTo);
    criteria.month(Field.LAUNCH_FROM, "launchFrom", given.launchFrom);
    criteria.month(Field.LAUNCH_TO, "launchTo", given.launchTo);
    return criteria.search(
        given.ratingClass, given.onSale, given.belowAverage, given.sort, given.facets);
  }

  /** The parameters that narrow the models of a row. */
  static Search within(
      @Nullable String ratingClass,
      @Nullable String onSale,
      @Nullable String belowAverage,
      @Nullable String sort) {
    return new Criteria().search(ratingClass, onSale, belowAverage, sort, null);
  }

  private Search search(
      @Nullable String ratingClass,
      @Nullable String onSale,
      @Nullable String belowAverage,
      @Nullable String sort,
      @Nullable String facets) {
    oneOf(Field.CLASS, "class", ratingClass, CLASSES);
    flag(Field.ON_SALE, "onSale", onSale);
    flag(Field.BELOW_AVERAGE, "belowAverage", belowAverage);
    ModelOrder order = order(sort);
    List<Facet> counted = facets(facets);
    if (!faults.isEmpty()) {
      throw Problems.invalidParameters(faults);
    }
    return new Search(List.copyOf(criteria), order, counted);
  }

  private void words(@Nullable String text) {
    if (text == null) {
      return;
    }
    // Full-width spaces separate words too.
    String[] words = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().split("\\s+");
    if (text.length() > LONGEST_TEXT || words.length > MOST_WORDS || words[0].isEmpty()) {
      fault("q", "q has 1 to 10 words in up to 200 characters");
    } else {
      criteria.add(Criterion.of(Field.TEXT, words));
    }
  }

  private void name(Field field, String parameter, @Nullable String name) {
    if (name == null) {
      return;
    }
    if (name.isBlank() || name.length() > LONGEST_TEXT) {
      fault(parameter, parameter + " has 1 to 200 characters");
    } else {
      criteria.add(Criterion.of(field, name.strip()));
    }
  }

  private void oneOf(Field field, String parameter, @Nullable String text, Set<String> known) {
    if (text == null) {
      return;
    }
    Set<String> values = values(text);
    if (known.containsAll(values)) {
      criteria.add(new Criterion(field, List.copyOf(values)));
    } else {
      fault(
          parameter,
          parameter + " is any of " + String.join(", ", known.stream().sorted().toList()));
    }
  }

  private void categories(@Nullable String text) {
    if (text == null) {
      return;
    }
    Set<String> values = values(text);
    if (values.stream().allMatch(Criteria::isCategory)) {
      criteria.add(new Criterion(Field.CATEGORY, List.copyOf(values)));
    } else {
      fault("category", "category is powertrain/body type/segment, as BEV/SEDAN/A");
    }
  }

  /** Whether this may be a category, as {@code BEV/SEDAN/A}. */
  static boolean isCategory(String text) {
    String[] parts = text.split("/", -1);
    return parts.length == 3
        && POWERTRAINS.contains(parts[0])
        && BODY_TYPES.contains(parts[1])
        && SEGMENTS.contains(parts[2]);
  }

  private void flag(Field field, String parameter, @Nullable String text) {
    if (text == null) {
      return;
    }
    if (FLAGS.contains(text)) {
      criteria.add(Criterion.of(field, text));
    } else {
      fault(parameter, parameter + " is true or false");
    }
  }

  private void range(Field field, String parameter, @Nullable String text) {
    if (text == null) {
      return;
    }
    if (DECIMAL.matcher(text).matches()) {
      criteria.add(Criterion.of(field, new BigDecimal(text).toPlainString()));
    } else {
      fault(parameter, parameter + " is a decimal number of 0 or more");
    }
  }

  private void month(Field field, String parameter, @Nullable String text) {
    if (text == null) {
      return;
    }
    if (MONTH.matcher(text).matches()) {
      criteria.add(Criterion.of(field, text));
    } else {
      fault(parameter, parameter + " is written as YYYY-MM");
    }
  }

  private ModelOrder order(@Nullable String sort) {
    if (sort == null) {
      return new ModelOrder(By.FOOTPRINT, false);
    }
    boolean descending = sort.startsWith("-");
    String wanted = descending ? sort.substring(1) : sort;
    for (By by : By.values()) {
      if (by.name().toLowerCase(Locale.ROOT).equals(wanted)) {
        return new ModelOrder(by, descending);
      }
    }
    fault("sort", "sort is footprint, ratio, name or price, with - before it highest first");
    return new ModelOrder(By.FOOTPRINT, false);
  }

  private List<Facet> facets(@Nullable String text) {
    List<Facet> facets = new ArrayList<>();
    if (text != null) {
      for (String key : values(text)) {
        Optional<Facet> facet =
            Arrays.stream(Facet.values()).filter(f -> f.key().equals(key)).findFirst();
        if (facet.isEmpty()) {
          fault("facets", "facets are any of powertrain, class, bodyType, segment");
          return List.of();
        }
        facets.add(facet.get());
      }
    }
    return facets;
  }

  private static Set<String> values(String text) {
    return new LinkedHashSet<>(List.of(text.split(",", -1)));
  }

  private void fault(String parameter, String message) {
    faults.add(new Fault(parameter, "invalid", message));
  }
}
