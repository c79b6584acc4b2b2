package org.carbonpublicity.disclosure.model.persistence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carbonpublicity.disclosure.footprint.Term;
import org.carbonpublicity.disclosure.footprint.TermFrame;
import org.carbonpublicity.disclosure.model.StagedRow;
import org.carbonpublicity.disclosure.model.VehicleInformation;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file's rows, written as {@code COPY} takes them as far as the file itself tells: who
 * the enterprise is and which revision it will be, the database knows. Chunks bound the memory, and
 * rows that are stored in the order of their codes find their places in the indexes side by side.
 */
public final class RowChunk {

  static final int MOST_ROWS = 64 * 1024;
  static final int MOST_BYTES = 16 << 20;

  static final int NO_FRAME = -1;

  /** The columns of a written row, in their order. */
  static final String COLUMNS =
      "model_code, on_sale, footprint_g_per_km, curb_mass_kg, fuel_l_per_100km,"
          + " electricity_kwh_per_100km, battery_kwh, price_cny, model_name, brand, country_style,"
          + " series, powertrain, body_type, segment, battery_chemistry, launch_month, origin,"
          + " factor_set, methodology, term_amounts";

  static final int COLUMN_COUNT = COLUMNS.split(",").length;

  private final String factorSet;
  private final String methodology;
  private final FrameList frames;
  private final CopyBinary written = new CopyBinary();
  private final List<String> codes = new ArrayList<>();
  private final int[] ends = new int[MOST_ROWS];
  private final int[] mentionOf = new int[MOST_ROWS];
  private final int[] frameOf = new int[MOST_ROWS];
  private final Map<Mention, Integer> mentions = new LinkedHashMap<>();
  private Mention lastMention = new Mention("", null);
  private int lastIndex;
  private boolean faulty;
  private int[] byCode = {};

  /**
   * @param lifetimeKm km that grams per km of calculated footprints were divided by
   */
  RowChunk(String factorSet, String methodology, BigDecimal lifetimeKm) {
    this.frames = new FrameList(lifetimeKm);
    this.factorSet = factorSet;
    this.methodology = methodology;
  }

  /** How a row names its enterprise, and the group that it states. */
  record Mention(String enterprise, @Nullable String group) {}

  /** Adds a row; one with a fault makes the whole chunk faulty and has no place in it. */
  public void add(StagedRow staged) {
    VehicleInformation vehicle = staged.row().vehicle();
    if (vehicle == null) {
      faulty = true;
      return;
    }
    int row = codes.size();
    codes.add(vehicle.modelCode());
    mentionOf[row] = mention(vehicle);
    List<Term> terms = staged.terms();
    boolean calculated = terms != null;
    frameOf[row] = terms == null ? NO_FRAME : frames.indexOf(terms);
    written
        .field(vehicle.modelCode())
        .field(vehicle.onSale())
        .field(staged.footprintGramsPerKm())
        .field(vehicle.curbMassKg())
        .field(vehicle.fuelLPer100Km())
        .field(vehicle.electricityKwhPer100Km())
        .field(vehicle.batteryKwh())
        .field(vehicle.priceCny())
        .field(vehicle.modelName())
        .field(vehicle.brand())
        .field(vehicle.countryStyle().name())
        .field(vehicle.series())
        .field(vehicle.powertrain().name())
        .field(vehicle.bodyType().name())
        .field(vehicle.segment().name())
        .field(vehicle.batteryChemistry() == null ? null : vehicle.batteryChemistry().name())
        .field(vehicle.launchMonth())
        .field(calculated ? "CALCULATED" : "IMPORTED")
        .field(calculated ? factorSet : null)
        .field(calculated ? methodology : null)
        .field(terms == null ? null : TermFrame.amounts(terms));
    ends[row] = written.length();
  }

  private int mention(VehicleInformation vehicle) {
    // Files list an enterprise's models one after another.
    if (!lastMention.enterprise().equals(vehicle.enterprise())
        || !Objects.equals(lastMention.group(), vehicle.group())) {
      lastMention = new Mention(vehicle.enterprise(), vehicle.group());
      Integer known = mentions.putIfAbsent(lastMention, mentions.size());
      lastIndex = known == null ? mentions.size() - 1 : known;
    }
    return lastIndex;
  }

  public boolean isFull() {
    return codes.size() == MOST_ROWS || written.length() > MOST_BYTES;
  }

  /** Whether a row has a fault, so that what is stored must not be decided chunk by chunk. */
  public boolean isFaulty() {
    return faulty;
  }

  public int rows() {
    return codes.size();
  }

  /** Forgets its rows; its memory is used again. */
  public void clear() {
    codes.clear();
    written.clear();
    mentions.clear();
    frames.clear();
    lastMention = new Mention("", null);
    faulty = false;
  }

  /** In the order of the first rows that name them so. */
  List<Mention> mentions() {
    return List.copyOf(mentions.keySet());
  }

  /** That the terms of its rows have. */
  List<TermFrame> frames() {
    return frames.all();
  }

  /** Index in {@link #frames}; {@link #NO_FRAME} where nothing was calculated. */
  int frameOf(int row) {
    return frameOf[row];
  }

  int mentionOf(int row) {
    return mentionOf[row];
  }

  String code(int row) {
    return codes.get(row);
  }

  /** No row is added any more; puts them into the order of model codes. */
  public void complete() {
    Integer[] order = new Integer[codes.size()];
    Arrays.setAll(order, row -> row);
    Arrays.sort(order, Comparator.comparing(codes::get));
    byCode = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /** Its rows by model code, once it is complete. */
  int[] byCode() {
    return byCode;
  }

  /** Whether two rows are of one model. */
  boolean hasDuplicates() {
    for (int i = 1; i < byCode.length; i++) {
      if (code(byCode[i]).equals(code(byCode[i - 1]))) {
        return true;
      }
    }
    return false;
  }

  /** Writes the row behind what is written of it already. */
  void writeTo(CopyBinary target, int row) {
    target.fields(written.bytes(), row == 0 ? 0 : ends[row - 1], ends[row]);
  }
}
