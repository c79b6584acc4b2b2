package org.carbonpublicity.assessment.training;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a certificate, such as {@code CT-2026-7K3QX-9RTM2}: the year of issue, nine random
 * characters (45 bits: numbers cannot be guessed) and a check character, in Crockford's base 32,
 * which has no I, L, O and U.
 *
 * <p>The check character makes the sum of all characters, each times its own power of a generator
 * of GF(32), zero: one wrong character is noticed, and any two that are exchanged.
 *
 * @param text the one spelling
 */
public record CertificateNumber(String text) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int RANDOM_CHARACTERS = 9;
  private static final Pattern SHAPE =
      Pattern.compile("CT-?(\\d{4})-?([0-9A-Z]{5})-?([0-9A-Z]{5})");

  /** x^5 + x^2 + 1, by which products are reduced; x generates all elements but zero. */
  private static final int POLYNOMIAL = 0b100101;

  /** What a text is that somebody typed. */
  public enum Fault {
    /** Not of the shape of a number. */
    SHAPE,
    /** The check character does not fit: a character is wrong, or two are exchanged. */
    CHECK
  }

  /**
   * A new number.
   *
   * @param random cryptographically strong
   */
  public static CertificateNumber of(int year, RandomGenerator random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    String digits = "%04d".formatted(year);
    return spelled(digits, code.append(check(digits + code)).toString());
  }

  /**
   * Reads what somebody typed: in small letters, without hyphens, with O for 0 and I or L for 1.
   *
   * @return empty when it is no number; {@link #fault} says why
   */
  public static Optional<CertificateNumber> parse(String typed) {
    Matcher matcher = matcher(typed);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String code = plain(matcher.group(2) + matcher.group(3));
    String digits = matcher.group(1);
    return isOfAlphabet(code)
            && code.charAt(RANDOM_CHARACTERS)
                == check(digits + code.substring(0, RANDOM_CHARACTERS))
        ? Optional.of(spelled(digits, code))
        : Optional.empty();
  }

  /** Why a text is no number; empty when it is one. */
  public static Optional<Fault> fault(String typed) {
    if (parse(typed).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(matcher(typed).matches() ? Fault.CHECK : Fault.SHAPE);
  }

  private static Matcher matcher(String typed) {
    return SHAPE.matcher(typed.strip().toUpperCase(Locale.ROOT));
  }

  private static String plain(String code) {
    return code.replace('O', '0').replace('I', '1').replace('L', '1');
  }

  private static boolean isOfAlphabet(String code) {
    return code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  private static CertificateNumber spelled(String year, String code) {
    return new CertificateNumber(
        "CT-" + year + "-" + code.substring(0, 5) + "-" + code.substring(5));
  }

  /** Horner's rule over GF(32), where adding is exclusive or. */
  private static char check(String characters) {
    int sum = 0;
    for (int i = 0; i < characters.length(); i++) {
      sum = timesGenerator(sum ^ ALPHABET.indexOf(characters.charAt(i)));
    }
    return ALPHABET.charAt(sum);
  }

  private static int timesGenerator(int element) {
    int doubled = element << 1;
    return doubled >= ALPHABET.length() ? doubled ^ POLYNOMIAL : doubled;
  }

  @Override
  public String toString() {
    return text;
  }
}
