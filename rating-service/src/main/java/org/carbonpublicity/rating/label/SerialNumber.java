package org.carbonpublicity.rating.label;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a certificate, counted from 1 in each year (UTC) without gaps.
 *
 * @param year of issue
 * @param number at least 1
 */
public record SerialNumber(int year, int number) {

  private static final Pattern TEXT = Pattern.compile("CPP-(\\d{4})-(\\d{6,9})");

  public SerialNumber {
    if (number < 1) {
      throw new IllegalArgumentException("serial numbers begin with 1, not " + number);
    }
  }

  /** Reads what {@link #toString} writes, and nothing else. */
  public static Optional<SerialNumber> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) < 1) {
      return Optional.empty();
    }
    SerialNumber serial =
        new SerialNumber(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    // One number has one spelling.
    return serial.toString().equals(text) ? Optional.of(serial) : Optional.empty();
  }

  /** Such as {@code CPP-2026-000001}. */
  @Override
  public String toString() {
    return "CPP-%04d-%06d".formatted(year, number);
  }
}
