package org.carbonpublicity.disclosure.form;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonpublicity.disclosure.form.FormRows.Cells;
import org.carbonpublicity.disclosure.form.InvalidFormException.Kind;
import org.carbonpublicity.disclosure.form.VehicleForm.Format;
import org.jspecify.annotations.Nullable;

/** A file of model codes and whether they are on sale, read once from its first row to its last. */
public final class OnSaleForm implements AutoCloseable {

  private static final int LONGEST_CODE = 64;
  private static final Set<Column> TAKEN = EnumSet.of(Column.MODEL_CODE, Column.ON_SALE);

  /**
   * A model and its state.
   *
   * @param number as a spreadsheet counts, from 1
   * @param modelCode null when it is at fault
   */
  public record Row(long number, @Nullable String modelCode, boolean onSale) {}

  private final FormRows rows;
  private final @Nullable Path temporary;
  private final FaultLog faults = new FaultLog();
  private final CellParser cells = new CellParser(faults);
  private final int[] positions = new int[Column.values().length];
  private final int columns;

  private OnSaleForm(
      FormRows rows, Map<Column, Integer> header, int columns, @Nullable Path temporary) {
    this.rows = rows;
    this.columns = columns;
    this.temporary = temporary;
    Arrays.fill(positions, -1);
    header.forEach((column, index) -> positions[column.ordinal()] = index);
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws InvalidFormException when it cannot be read, or its header is at fault
   */
  public static OnSaleForm open(InputStream body, Format format) {
    Path temporary = format == Format.XLSX ? VehicleForm.spool(body) : null;
    FormRows rows = null;
    try {
      rows = temporary == null ? new CsvRows(body) : VehicleForm.spreadsheet(temporary);
      Cells first = rows.next();
      if (first == null) {
        throw new InvalidFormException(Kind.UNREADABLE, "empty-form", "the file has no rows");
      }
      List<String> names = VehicleForm.withoutBlankEnd(first.texts());
      Map<Column, Integer> header =
          VehicleForm.header(first.number(), names, EnumSet.complementOf(EnumSet.copyOf(TAKEN)));
      if (!header.containsKey(Column.ON_SALE)) {
        throw new InvalidFormException(
            Kind.UNREADABLE,
            List.of(
                new RowFault(
                    first.number(), "on_sale", "missing-column", "the column is needed", null)));
      }
      return new OnSaleForm(rows, header, names.size(), temporary);
    } catch (RuntimeException e) {
      if (rows != null) {
        rows.close();
      }
      VehicleForm.delete(temporary);
      throw e;
    }
  }

  /** The next row, with or without faults; null after the last. */
  public @Nullable Row next() {
    Cells row = rows.next();
    if (row == null) {
      return null;
    }
    faults.startRow();
    int given = row.texts().size();
    if (given > columns && !CsvRows.blank(row.texts().subList(columns, given))) {
      faults.add(row.number(), null, "extra-cells", "more cells than the header has", null);
    }
    cells.start(row, positions);
    String code = cells.text(Column.MODEL_CODE, true, LONGEST_CODE);
    if (cells.isEmpty(Column.ON_SALE)) {
      cells.fault(Column.ON_SALE, "missing-value", "Y or N");
    }
    boolean onSale = cells.flag(Column.ON_SALE, true);
    return new Row(row.number(), code, onSale);
  }

  public FaultLog faults() {
    return faults;
  }

  @Override
  public void close() {
    rows.close();
    VehicleForm.delete(temporary);
  }
}
