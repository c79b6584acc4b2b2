package org.carbonpublicity.reporting.view.persistence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonpublicity.reporting.view.Criterion;
import org.carbonpublicity.reporting.view.Facet;
import org.carbonpublicity.reporting.view.ModelOrder;
import org.jspecify.annotations.Nullable;

/** Criteria as a condition on {@code model_rating}, with its arguments. */
final class ModelSql {

  /** Neither case nor width tells names apart; the same on both sides, whatever the locale. */
  private static final String FOLDED = "lower(normalize(%s, NFKC) collate \"pg_c_utf8\")";

  /** The same for a column, of which most is normalized: to find that out is cheaper. */
  private static final String FOLDED_COLUMN =
      "lower(case when %1$s is nfkc normalized then %1$s else normalize(%1$s, NFKC) end"
          + " collate \"pg_c_utf8\")";

  private static final String CATEGORY = "powertrain || '/' || body_type || '/' || segment";
  private static final String CLASS = "coalesce(rating_class::text, 'UNRATED')";

  /** A line feed stands in no text, so that no word is found across two of them. */
  private static final String TEXT =
      FOLDED_COLUMN.formatted(
          "concat_ws(E'\\n', model_code, model_name, series, brand, enterprise_name, group_name)");

  /**
   * Figures take the greatest group among models that they do not tell apart otherwise: which
   * matters only where an enterprise moved from one group to another.
   */
  private static final String WITH_COUNTED_GROUP =
      """
      (select *, max(group_name collate "C") over (partition by enterprise, brand, country_style,
        powertrain, on_sale, below_average, rating_class) as counted_group
       from model_rating where edition = %d) model_rating""";

  private final int edition;
  private final StringBuilder where;
  private String from = "model_rating";
  private final List<@Nullable Object> arguments = new ArrayList<>();

  private ModelSql(int edition) {
    this.edition = edition;
    this.where = new StringBuilder("edition = ").append(edition);
  }

  static ModelSql of(int edition, List<Criterion> criteria) {
    ModelSql sql = new ModelSql(edition);
    criteria.forEach(sql::add);
    return sql;
  }

  /** The table and the condition, to be put behind {@code from}. */
  String from() {
    return from + "\nwhere " + where;
  }

  @Nullable Object[] arguments(@Nullable Object... further) {
    List<@Nullable Object> all = new ArrayList<>(arguments);
    Collections.addAll(all, further);
    return all.toArray();
  }

  ModelSql and(String condition, @Nullable Object... values) {
    where.append("\n and (").append(condition).append(')');
    Collections.addAll(arguments, values);
    return this;
  }

  private void add(Criterion criterion) {
    String first = criterion.values().get(0);
    switch (criterion.field()) {
      case ENTERPRISE -> and("enterprise = ? or " + named("enterprise_name"), first, first);
      case GROUP -> and(named("group_name"), first);
      case BRAND -> and(named("brand"), first);
      case SERIES -> and(named("series"), first);
      case POWERTRAIN -> oneOf("powertrain", criterion);
      case BODY_TYPE -> oneOf("body_type", criterion);
      case SEGMENT -> oneOf("segment", criterion);
      case CATEGORY -> oneOf(CATEGORY, criterion);
      case CLASS -> oneOf(CLASS, criterion);
      case ON_SALE -> and("on_sale = ?", Boolean.valueOf(first));
      case BELOW_AVERAGE -> and("below_average = ?", Boolean.valueOf(first));
      case PRICE_FROM -> and("price_cny >= ?", new BigDecimal(first));
      case PRICE_TO -> and("price_cny < ?", new BigDecimal(first));
      case FOOTPRINT_FROM -> and("footprint_grams_per_km >= ?", new BigDecimal(first));
      case FOOTPRINT_TO -> and("footprint_grams_per_km < ?", new BigDecimal(first));
      case LAUNCH_FROM -> and("launch_month collate \"C\" >= ?", first);
      case LAUNCH_TO -> and("launch_month collate \"C\" <= ?", first);
      case TEXT -> words(criterion);
      case ENTERPRISE_CODE -> and("enterprise = ?", first);
      // An array, because it is made once: as a list it might be looked for again for every row.
      case ENTERPRISE_NAME ->
          and(
              "enterprise = any (array (select enterprise from model_rating where edition = "
                  + edition
                  + " and enterprise_name = ?))",
              first);
      case COUNTED_GROUP -> {
        from = WITH_COUNTED_GROUP.formatted(edition);
        and("counted_group = ?", first);
      }
      case COUNTED_BRAND -> and("brand = ?", first);
      case COUNTRY_STYLE -> and("country_style = ?", first);
    }
  }

  private void words(Criterion criterion) {
    String each = "strpos(" + TEXT + ", " + FOLDED.formatted("?::text") + ") > 0";
    criterion.values().forEach(word -> and(each, word));
  }

  private void oneOf(String expression, Criterion criterion) {
    String marks = criterion.values().stream().map(v -> "?").collect(Collectors.joining(", "));
    and(expression + " in (" + marks + ")", criterion.values().toArray());
  }

  private static String named(String column) {
    return FOLDED_COLUMN.formatted(column) + " = " + FOLDED.formatted("?::text");
  }

  static String facet(Facet facet) {
    return switch (facet) {
      case POWERTRAIN -> "powertrain";
      case CLASS -> CLASS;
      case BODY_TYPE -> "body_type";
      case SEGMENT -> "segment";
    };
  }

  static String ordered(ModelOrder.By by) {
    return switch (by) {
      case FOOTPRINT -> "footprint_grams_per_km";
      case RATIO -> "ratio";
      case NAME -> "model_name collate \"C\"";
      case PRICE -> "price_cny";
    };
  }
}
