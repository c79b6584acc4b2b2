package org.carbonpublicity.reporting.sales;

import java.io.InputStream;
import java.math.BigInteger;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.carbonpublicity.reporting.sales.file.RowFault;
import org.carbonpublicity.reporting.sales.file.TableFile;
import org.carbonpublicity.reporting.sales.file.TableFile.Format;
import org.carbonpublicity.reporting.sales.file.TableFile.TableColumn;
import org.carbonpublicity.reporting.sales.file.TableFile.TableRow;
import org.carbonpublicity.reporting.sales.file.UnreadableFileException;
import org.carbonpublicity.reporting.sales.file.UnreadableFileException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A file of sales, read as a whole before anything waits for it: all rows, and what is wrong with
 * them as far as the file alone tells.
 */
public final class SalesFile {

  static final String MONTH = "month";
  static final String ENTERPRISE = "enterprise";
  static final String SERIES = "series";
  static final String UNITS_SOLD = "units_sold";

  private static final List<TableColumn> COLUMNS =
      List.of(
          new TableColumn(MONTH, true, List.of("月份", "年月", "统计月份")),
          new TableColumn(ENTERPRISE, true, List.of("企业", "企业名称", "生产企业", "厂商")),
          new TableColumn(SERIES, true, List.of("车系", "车系名称")),
          new TableColumn(UNITS_SOLD, true, List.of("Units sold", "销量", "销售量", "销量(辆)")));

  private static final int MOST_ROWS = 100_000;
  private static final int LONGEST_NAME = 200;
  private static final long MOST_UNITS = 99_999_999;
  private static final Pattern CALENDAR_MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]+(\\.0+)?");

  /**
   * A row; texts are "" where they are at fault.
   *
   * @param number as a spreadsheet counts
   * @param unitsSold null when the cell is empty, or at fault
   */
  record SalesRow(
      long number, String month, String enterprise, String series, @Nullable Long unitsSold) {}

  private final List<SalesRow> rows = new ArrayList<>();
  private final RowFaults faults = new RowFaults();
  private final String sha256;

  private SalesFile(InputStream body, Format format, String currentMonth) {
    MessageDigest digest = sha256();
    DigestInputStream hashed = new DigestInputStream(body, digest);
    try (TableFile file = TableFile.open(hashed, format, COLUMNS)) {
      for (TableRow row = file.next(); row != null; row = file.next()) {
        if (rows.size() == MOST_ROWS) {
          throw new UnreadableFileException(
              Kind.TOO_LARGE, "too-many-rows", "the file has more than " + MOST_ROWS + " rows");
        }
        rows.add(read(row, currentMonth));
      }
    }
    if (rows.isEmpty()) {
      throw new UnreadableFileException(Kind.UNREADABLE, "empty-file", "no row follows the header");
    }
    this.sha256 = HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Reads a file to its end.
   *
   * @param currentMonth as YYYY-MM; of later ones nothing can have been sold
   * @throws UnreadableFileException when it cannot be read as a table of these columns
   */
  public static SalesFile read(InputStream body, Format format, String currentMonth) {
    return new SalesFile(body, format, currentMonth);
  }

  private SalesRow read(TableRow row, String currentMonth) {
    RowFault shape = row.fault();
    if (shape != null) {
      faults.add(shape);
    }
    if (shape != null && shape.code().equals("missing-cells")) {
      // What stands where is not sure.
      return new SalesRow(row.number(), "", "", "", null);
    }
    return new SalesRow(
        row.number(),
        month(row, currentMonth),
        name(row, ENTERPRISE),
        name(row, SERIES),
        units(row));
  }

  private String month(TableRow row, String currentMonth) {
    String text = row.cell(MONTH);
    if (text.isEmpty()) {
      fault(row, MONTH, "missing-value", "a month such as 2024-09");
    } else if (!CALENDAR_MONTH.matcher(text).matches()) {
      fault(row, MONTH, "invalid-month", "a month is written as YYYY-MM");
    } else if (text.compareTo(currentMonth) > 0) {
      fault(row, MONTH, "future-month", "the month has not begun yet");
    } else {
      return text;
    }
    return "";
  }

  private String name(TableRow row, String column) {
    String text = row.cell(column);
    if (MatchKey.of(text).isEmpty()) {
      fault(row, column, "missing-value", column + " is needed");
    } else if ("=+-@".indexOf(text.charAt(0)) >= 0) {
      fault(row, column, "formula-in-text", "a text does not start with = + - or @");
    } else if (text.length() > LONGEST_NAME) {
      fault(row, column, "too-long", "at most " + LONGEST_NAME + " characters");
    } else if (text.codePoints().anyMatch(SalesFile::isNoCharacter)) {
      fault(row, column, "control-character", "a control or half a character stands in the text");
    } else {
      return text;
    }
    return "";
  }

  /** Of a pair, both halves are one code point; what is left of one has no encoding. */
  private static boolean isNoCharacter(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  private @Nullable Long units(TableRow row) {
    String text = row.cell(UNITS_SOLD);
    if (text.isEmpty()) {
      return null;
    }
    if (!NUMBER.matcher(text).matches()) {
      fault(row, UNITS_SOLD, "not-a-number", "a number without separators; empty to withdraw");
    } else if (!WHOLE.matcher(text).matches()) {
      fault(row, UNITS_SOLD, "not-whole", "vehicles are sold as a whole");
    } else {
      int point = text.indexOf('.');
      BigInteger units = new BigInteger(point < 0 ? text : text.substring(0, point));
      if (units.signum() >= 0 && units.compareTo(BigInteger.valueOf(MOST_UNITS)) <= 0) {
        return units.longValueExact();
      }
      fault(row, UNITS_SOLD, "out-of-range", "from 0 to " + MOST_UNITS);
    }
    return null;
  }

  private void fault(TableRow row, String column, String code, String message) {
    RowFault shape = row.fault();
    if (shape == null || !column.equals(shape.column())) {
      faults.add(new RowFault(row.number(), column, code, message, row.cell(column)));
    }
  }

  List<SalesRow> rows() {
    return rows;
  }

  RowFaults faults() {
    return faults;
  }

  /** SHA-256 of the file, hexadecimal. */
  public String hash() {
    return sha256;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
