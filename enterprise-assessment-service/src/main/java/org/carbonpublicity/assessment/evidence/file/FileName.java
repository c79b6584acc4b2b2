package org.carbonpublicity.assessment.evidence.file;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a file: a name on every system it may be saved on, that shows as what it is, and
 * never a way to another place.
 *
 * @param text in Unicode's composed form (NFC), so that one name has one spelling
 * @param faults what is wrong with it; empty when it is good
 */
public record FileName(String text, List<Fault> faults) {

  /** UTF-8, as file systems count. */
  private static final int LONGEST_BYTES = 255;

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³])");

  /** What no name may contain on Windows, the separators apart. */
  private static final String RESERVED = ":*?\"<>|";

  /**
   * One thing that is wrong with a name.
   *
   * @param code stable, kebab case
   */
  public record Fault(String code, String message) {}

  /** The name as it is kept, with all that is wrong with it. */
  public static FileName of(String given) {
    String name = Normalizer.normalize(given, Normalizer.Form.NFC);
    List<Fault> faults = new ArrayList<>();
    if (name.isBlank()) {
      faults.add(new Fault("missing", "a file has a name"));
    }
    if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.equals("..")) {
      faults.add(new Fault("path", "a name without a path"));
    }
    if (DRIVE.matcher(name).matches()) {
      faults.add(new Fault("path", "a name without a drive"));
    } else if (name.chars().anyMatch(c -> RESERVED.indexOf(c) >= 0)) {
      faults.add(new Fault("reserved-character", "none of " + RESERVED));
    }
    if (name.codePoints().anyMatch(FileName::isControl)) {
      faults.add(new Fault("control-character", "no control and no half of a character"));
    }
    if (name.codePoints().anyMatch(FileName::changesDirection)) {
      faults.add(new Fault("bidi-control", "no character that turns the direction of writing"));
    }
    if (DEVICE.matcher(stem(name)).matches()) {
      faults.add(new Fault("reserved-name", "no name of a device"));
    }
    if (!name.isEmpty() && (name.endsWith(".") || !name.equals(name.strip()))) {
      faults.add(new Fault("ends", "neither space at an end nor a full stop behind"));
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      faults.add(new Fault("too-long", "at most " + LONGEST_BYTES + " bytes of UTF-8"));
    }
    return new FileName(name, List.copyOf(faults));
  }

  /** What stands before the first full stop: Windows takes nul.tar.pdf for its device, too. */
  private static String stem(String name) {
    int stop = name.indexOf('.');
    return (stop < 0 ? name : name.substring(0, stop)).strip().toUpperCase(Locale.ROOT);
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** With one of these, fdp.exe shows as exe.pdf. */
  private static boolean changesDirection(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
