package org.carbonpublicity.rating.publication.events;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.carbonpublicity.messaging.InvalidEventException;
import org.carbonpublicity.rating.publication.IncomingFootprint;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code footprint-published.v1}. */
record FootprintPublished(
    @Nullable String modelCode,
    @Nullable Integer revision,
    @Nullable Integer publication,
    @Nullable Integer batch,
    @Nullable String modelName,
    @Nullable String enterprise,
    @Nullable String enterpriseName,
    @Nullable String group,
    @Nullable String brand,
    @Nullable String countryStyle,
    @Nullable String series,
    @Nullable String powertrain,
    @Nullable String bodyType,
    @Nullable String segment,
    @Nullable BigDecimal curbMassKg,
    @Nullable BigDecimal priceCny,
    @Nullable String launchMonth,
    @Nullable Boolean onSale,
    @Nullable BigDecimal footprintGramsPerKm) {

  static final String TYPE = "footprint-published.v1";

  private static final Set<String> POWERTRAINS = Set.of("GASOLINE", "DIESEL", "HEV", "PHEV", "BEV");
  private static final Set<String> BODY_TYPES = Set.of("SEDAN", "SUV", "MPV");
  private static final Set<String> SEGMENTS = Set.of("A00", "A0", "A", "B", "C", "D");
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
  private static final int MOST_DIGITS = 30;

  /**
   * The footprint, when nothing that a rating needs is missing.
   *
   * @throws InvalidEventException naming the first field at fault
   */
  IncomingFootprint checked() {
    return new IncomingFootprint(
        number("publication", publication),
        number("batch", batch),
        number("revision", revision),
        required("onSale", onSale),
        positive("footprintGramsPerKm", required("footprintGramsPerKm", footprintGramsPerKm)),
        curbMassKg == null ? null : positive("curbMassKg", curbMassKg),
        priceCny == null ? null : plain("priceCny", priceCny),
        text("modelCode", modelCode),
        text("modelName", modelName),
        text("enterprise", enterprise),
        text("enterpriseName", enterpriseName),
        group == null ? null : text("group", group),
        text("brand", brand),
        text("countryStyle", countryStyle),
        text("series", series),
        oneOf("powertrain", powertrain, POWERTRAINS),
        oneOf("bodyType", bodyType, BODY_TYPES),
        oneOf("segment", segment, SEGMENTS),
        month(launchMonth));
  }

  private static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw fault(field, "is missing");
    }
    return value;
  }

  private static int number(String field, @Nullable Integer value) {
    int number = required(field, value);
    if (number < 1) {
      throw fault(field, "is not positive");
    }
    return number;
  }

  private static String text(String field, @Nullable String value) {
    String text = required(field, value);
    if (text.indexOf('\0') >= 0) {
      throw fault(field, "contains a NUL character");
    }
    return text;
  }

  private static String oneOf(String field, @Nullable String value, Set<String> known) {
    String name = required(field, value);
    if (!known.contains(name)) {
      throw fault(field, "is unknown: " + name);
    }
    return name;
  }

  private static @Nullable String month(@Nullable String value) {
    if (value != null && !MONTH.matcher(value).matches()) {
      throw fault("launchMonth", "is not YYYY-MM: " + value);
    }
    return value;
  }

  private static BigDecimal positive(String field, BigDecimal value) {
    if (plain(field, value).signum() <= 0) {
      throw fault(field, "is not positive");
    }
    return value;
  }

  /** A number whose plain form has no more digits than arithmetic can bear. */
  private static BigDecimal plain(String field, BigDecimal value) {
    if (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS) {
      throw fault(field, "has too many digits");
    }
    if (value.signum() < 0) {
      throw fault(field, "is negative");
    }
    return value;
  }

  private static InvalidEventException fault(String field, String what) {
    return new InvalidEventException(TYPE + ": " + field + " " + what);
  }
}
