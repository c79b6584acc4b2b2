package org.carbonpublicity.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A disclosure round as a test makes it up: thousands of models without a footprint, and the forms
 * in which their automakers answer. Rounds of another prefix have the same content under other
 * codes and names.
 *
 * @param number of its batch
 * @param prefix one letter that codes of models and names of enterprises begin with
 */
record Round(int number, String prefix) {

  static final int AUTOMAKERS = 12;
  static final int MODELS = 6_000;

  private static final String HEADER =
      "enterprise,brand,country_style,series,model_code,model_name,powertrain,body_type,segment,"
          + "price_cny,launch_month,curb_mass_kg,fuel_l_per_100km,electricity_kwh_per_100km,"
          + "battery_kwh,battery_chemistry";

  /** The inputs of a plausible vehicle of each kind; mass and consumption differ by model. */
  private static final List<String> KINDS =
      List.of(
          "GASOLINE|%d,%.2f,,,",
          "HEV|%d,%.2f,,1.3,NIMH", "PHEV|%d,%.2f,6.3,15.9,LFP", "BEV|%d,,%.2f,60,NMC");

  private static final List<String> BODIES = List.of("SEDAN", "SUV", "MPV");

  /**
   * A form of an automaker.
   *
   * @param turn the automaker's first or second
   */
  record Form(int automaker, int turn, byte[] csv) {}

  String automaker(int number) {
    return "%s Motors %02d".formatted(prefix, number);
  }

  String code(int model) {
    return "%s-%05d".formatted(prefix, model);
  }

  /** The file that an analyst imports. */
  byte[] models() {
    return file(HEADER, IntStream.range(0, MODELS).mapToObj(model -> row(model, 0)).toList());
  }

  /** All forms, in the order in which they are sent: nobody's second before the first. */
  List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    for (int turn = 1; turn <= 2; turn++) {
      for (int automaker = 0; automaker < AUTOMAKERS; automaker++) {
        forms.add(new Form(automaker, turn, form(automaker, turn)));
      }
    }
    return forms;
  }

  /**
   * The first form corrects a fifth, agrees by word or by silence of the row, says other things of
   * some and leaves some out; the second takes a part of that back.
   */
  private byte[] form(int automaker, int turn) {
    List<String> rows = new ArrayList<>();
    for (int place = 0; place < MODELS / AUTOMAKERS; place++) {
      int model = place * AUTOMAKERS + automaker;
      String remark = Map.of(1, "AGREED", 2, "NOT_IDENTIFIABLE").getOrDefault(place % 5, "");
      boolean said = turn == 1 ? place % 5 != 4 : place % 10 <= 1;
      if (said) {
        rows.add(row(model, place % 5 == 0 ? turn : 0) + "," + remark);
      }
    }
    return file(HEADER + ",remark", rows);
  }

  private String row(int model, int correction) {
    String[] kind = KINDS.get(model % KINDS.size()).split("\\|");
    int mass = 1_700 + model % 400;
    double consumption = (kind[0].equals("BEV") ? 12.5 : 5.0) + model % 30 / 20.0;
    String inputs = String.format(Locale.ROOT, kind[1], mass, consumption + correction * 0.25);
    return String.join(
        ",",
        automaker(model % AUTOMAKERS),
        "Brand " + model % 24,
        "DOMESTIC",
        "Series " + model % 240,
        code(model),
        "Model " + model,
        kind[0],
        BODIES.get(model % BODIES.size()),
        "B",
        String.valueOf(80_000 + model),
        "2024-0" + (1 + model % 9),
        inputs);
  }

  private static byte[] file(String header, List<String> rows) {
    return (header + "\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
