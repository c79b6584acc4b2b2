package org.carbonpublicity.reporting.edition.persistence;

import static org.carbonpublicity.reporting.edition.persistence.RatingColumn.Kind.BOOLEAN;
import static org.carbonpublicity.reporting.edition.persistence.RatingColumn.Kind.INTEGER;
import static org.carbonpublicity.reporting.edition.persistence.RatingColumn.Kind.NUMBER;
import static org.carbonpublicity.reporting.edition.persistence.RatingColumn.Kind.TEXT;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Columns of {@code model_rating} beside the edition, in the order of a copied row, with the field
 * of model-rated.v1 that each is filled from.
 */
public enum RatingColumn {
  MODEL_CODE("modelCode", TEXT, true),
  MODEL_NAME("modelName", TEXT, true),
  ENTERPRISE("enterprise", TEXT, true),
  ENTERPRISE_NAME("enterpriseName", TEXT, true),
  GROUP_NAME("group", TEXT, false),
  BRAND("brand", TEXT, true),
  COUNTRY_STYLE("countryStyle", TEXT, true),
  SERIES("series", TEXT, true),
  POWERTRAIN("powertrain", TEXT, true),
  BODY_TYPE("bodyType", TEXT, true),
  SEGMENT("segment", TEXT, true),
  CURB_MASS_KG("curbMassKg", NUMBER, false),
  PRICE_CNY("priceCny", NUMBER, false),
  LAUNCH_MONTH("launchMonth", TEXT, false),
  ON_SALE("onSale", BOOLEAN, true),
  BATCH("batch", INTEGER, true),
  FOOTPRINT_REVISION("footprintRevision", INTEGER, true),
  FOOTPRINT_GRAMS_PER_KM("footprintGramsPerKm", NUMBER, true),
  RATING_CLASS("class", INTEGER, false),
  UNRATED_REASON("unratedReason", TEXT, false),
  RATIO("ratio", NUMBER, false),
  REFERENCE_GRAMS_PER_KM("reference", NUMBER, false),
  CATEGORY_MEAN_GRAMS_PER_KM("categoryMean", NUMBER, false),
  BELOW_AVERAGE("belowAverage", BOOLEAN, false);

  /** What a field may hold. */
  public enum Kind {
    TEXT,
    NUMBER,
    INTEGER,
    BOOLEAN
  }

  private static final Map<String, RatingColumn> BY_FIELD =
      Arrays.stream(values()).collect(Collectors.toMap(RatingColumn::field, Function.identity()));

  private final String field;
  private final Kind kind;
  private final boolean required;

  RatingColumn(String field, Kind kind, boolean required) {
    this.field = field;
    this.kind = kind;
    this.required = required;
  }

  public String field() {
    return field;
  }

  public Kind kind() {
    return kind;
  }

  public boolean required() {
    return required;
  }

  /** Columns by the field that fills them. */
  public static Map<String, RatingColumn> byField() {
    return BY_FIELD;
  }

  /** Names of all columns, as a list for SQL. */
  static String sqlList() {
    return Arrays.stream(values())
        .map(column -> column.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
