package org.carbonpublicity.disclosure.footprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.jspecify.annotations.Nullable;

/**
 * The factors that methodology {@code cpp-lifecycle-1} knows. Materials are open: a set names those
 * it needs, and its shares refer to them.
 */
final class FactorCatalogue {

  static final String MATERIAL = "material.";
  static final List<String> ARCHITECTURES = List.of("COMBUSTION", "HYBRID", "BATTERY");

  private static final Pattern LAST_PART = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
  private static final Known PER_KG = new Known("kgCO2e/kg", false);
  private static final Known SHARE = new Known("kg/kg", false);
  private static final Map<String, Known> REQUIRED = required();
  private static final Map<String, Known> OPTIONAL = Map.of("refrigerant.R1234yf.gwp", PER_KG);

  private FactorCatalogue() {}

  /**
   * What is known of a factor.
   *
   * @param positive zero is as wrong as a negative number
   */
  record Known(String unit, boolean positive) {}

  /** Factors without which nothing can be calculated, by name. */
  static Map<String, Known> requiredFactors() {
    return REQUIRED;
  }

  /**
   * Prefixes of shares, and whether they make one whole; the rest of a lead-acid battery is water.
   */
  static Map<String, Boolean> shares() {
    Map<String, Boolean> shares = new LinkedHashMap<>();
    ARCHITECTURES.forEach(architecture -> shares.put("bodyShare." + architecture + ".", true));
    shares.put("tyreShare.", true);
    shares.put("leadAcidShare.", false);
    return shares;
  }

  /** The factor of that name; null when the methodology has no use for it. */
  static @Nullable Known find(String name) {
    Known fixed = REQUIRED.get(name);
    if (fixed != null) {
      return fixed;
    }
    if (OPTIONAL.containsKey(name)) {
      return OPTIONAL.get(name);
    }
    if (below(MATERIAL, name)) {
      return PER_KG;
    }
    return shares().keySet().stream().anyMatch(prefix -> below(prefix, name)) ? SHARE : null;
  }

  private static boolean below(String prefix, String name) {
    return name.startsWith(prefix) && LAST_PART.matcher(name.substring(prefix.length())).matches();
  }

  private static Map<String, Known> required() {
    Map<String, Known> known = new LinkedHashMap<>();
    for (BatteryChemistry chemistry : BatteryChemistry.values()) {
      battery(known, chemistry.name());
    }
    battery(known, FootprintCalculation.UNKNOWN);
    known.put("assumed.hevBatteryKwh", new Known("kWh", true));
    known.put("mass.tyres", new Known("kg/set", false));
    for (String fluid : Inventory.FLUIDS) {
      known.put("fluid." + fluid, PER_KG);
    }
    for (String architecture : ARCHITECTURES) {
      known.put("mass.leadAcidBattery." + architecture, new Known("kg", false));
      known.put("mass.refrigerant." + architecture, new Known("kg", false));
      for (String fluid : Inventory.FLUIDS) {
        known.put("mass." + fluid + "." + architecture, new Known("kg/fill", false));
        known.put("replacements." + fluid + "." + architecture, new Known("fills", false));
      }
    }
    known.put("replacements.tyres", new Known("sets", false));
    known.put("replacements.leadAcidBattery", new Known("pieces", false));
    known.put("refrigerant.R134a.production", PER_KG);
    known.put("refrigerant.R134a.gwp", PER_KG);
    known.put("refrigerant.leakage", new Known("charges", false));
    known.put("assembly", new Known("kgCO2e/vehicle", false));
    for (String fuel : List.of("petrol", "diesel")) {
      known.put("fuel." + fuel + ".upstream", new Known("kgCO2e/L", false));
      known.put("fuel." + fuel + ".combustion", new Known("kgCO2e/L", false));
    }
    known.put("grid", new Known("kgCO2e/kWh", false));
    known.put("lifetimeKm", new Known("km", true));
    return known;
  }

  /** A battery without mass would stay in the body and count twice. */
  private static void battery(Map<String, Known> known, String chemistry) {
    known.put("battery." + chemistry, new Known("kgCO2e/kWh", false));
    known.put("batteryMass." + chemistry, new Known("kg/kWh", true));
  }
}
