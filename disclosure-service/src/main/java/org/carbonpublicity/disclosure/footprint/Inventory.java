package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a factor set says of all vehicles of one architecture, looked up once: a calculation of a
 * million models asks for it a million times.
 *
 * @param body material shares of what is left of the curb mass
 * @param tyres one set
 * @param leadAcid one battery
 * @param refrigerantKg one charge
 * @param leakedKg refrigerant that escapes over the lifetime
 */
record Inventory(
    List<Part> body,
    Part tyres,
    BigDecimal replacementTyresKg,
    Part leadAcid,
    BigDecimal replacementLeadAcidKg,
    List<Fluid> fluids,
    BigDecimal refrigerantKg,
    BigDecimal leakedKg) {

  static final List<String> FLUIDS = List.of("lubricant", "coolant", "brakeFluid", "washerFluid");

  /**
   * Something made of one material or of several.
   *
   * @param name in kebab case
   * @param amount kg, or kg per kg of body
   * @param factor kgCO2e/kg
   * @param source names of the factors that went in
   */
  record Part(String name, BigDecimal amount, BigDecimal factor, String source) {}

  /**
   * A fluid of the vehicle.
   *
   * @param replacementKg over the lifetime; zero when it is filled once
   */
  record Fluid(Part fill, String replacementName, BigDecimal replacementKg) {}

  Inventory {
    body = List.copyOf(body);
    fluids = List.copyOf(fluids);
  }

  /**
   * @throws IllegalArgumentException when a factor is missing, or a kilogram of body is not made of
   *     one kilogram of materials
   */
  static Inventory of(FactorSet.Index factors, String architecture) {
    List<Part> body = new ArrayList<>();
    for (Factor share : factors.under("bodyShare." + architecture + ".")) {
      String source = "material." + lastPart(share);
      body.add(
          new Part(
              "body-" + kebabCase(lastPart(share)), share.value(), factors.value(source), source));
    }
    BigDecimal whole = body.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (whole.compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException(
          "the body shares of " + architecture + " make " + whole.toPlainString() + ", not 1");
    }
    BigDecimal tyres = factors.value("mass.tyres");
    BigDecimal leadAcid = factors.value("mass.leadAcidBattery." + architecture);
    BigDecimal refrigerant = factors.value("mass.refrigerant." + architecture);
    return new Inventory(
        body,
        new Part("tyres", tyres, mixture(factors, "tyreShare."), "tyreShare, material"),
        tyres.multiply(factors.value("replacements.tyres")),
        new Part(
            "lead-acid-battery",
            leadAcid,
            mixture(factors, "leadAcidShare."),
            "leadAcidShare, material"),
        leadAcid.multiply(factors.value("replacements.leadAcidBattery")),
        FLUIDS.stream().map(fluid -> fluid(factors, fluid, architecture)).toList(),
        refrigerant,
        refrigerant.multiply(factors.value("refrigerant.leakage")));
  }

  /** kgCO2e of a kilogram of body. */
  BigDecimal bodyFactor() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Part material : body) {
      sum = sum.add(material.amount().multiply(material.factor()));
    }
    return sum;
  }

  /** Mass of everything but body and traction battery. */
  BigDecimal separateKg() {
    BigDecimal mass = tyres.amount().add(leadAcid.amount()).add(refrigerantKg);
    for (Fluid fluid : fluids) {
      mass = mass.add(fluid.fill().amount());
    }
    return mass;
  }

  private static Fluid fluid(FactorSet.Index factors, String name, String architecture) {
    BigDecimal fill = factors.value("mass." + name + "." + architecture);
    BigDecimal fills = factors.value("replacements." + name + "." + architecture);
    String source = "fluid." + name;
    String term = kebabCase(name);
    return new Fluid(
        new Part(term, fill, factors.value(source), source),
        "replacement-" + term,
        fill.multiply(fills));
  }

  /** kgCO2e per kg of something made of several materials. */
  private static BigDecimal mixture(FactorSet.Index factors, String shares) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Factor share : factors.under(shares)) {
      sum = sum.add(share.value().multiply(factors.value("material." + lastPart(share))));
    }
    return sum;
  }

  private static String kebabCase(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String lastPart(Factor factor) {
    return factor.name().substring(factor.name().lastIndexOf('.') + 1);
  }
}
