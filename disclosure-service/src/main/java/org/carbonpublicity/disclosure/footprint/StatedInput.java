package org.carbonpublicity.disclosure.footprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.jspecify.annotations.Nullable;

/**
 * An input of a footprint, and where it comes from.
 *
 * @param value null when it is missing
 * @param factor of the factor set, where its default comes from
 */
public record StatedInput(
    String name,
    @Nullable String value,
    @Nullable String unit,
    Quality quality,
    @Nullable Provenance provenance,
    @Nullable String factor) {

  /** How well an input is known. */
  public enum Quality {
    /** Stated of this vehicle. */
    MEASURED,
    /** Not stated; the factor set has a value for it. */
    DEFAULT,
    /** Not stated, and nothing stands in for it. */
    MISSING
  }

  /** Who said so. */
  public enum Provenance {
    /** The form that an analyst imported. */
    IMPORTED_FORM,
    /** The feedback form that the revision names. */
    FEEDBACK_FORM,
    /** The request for a calculation. */
    REQUEST,
    /** The factor set, in place of the vehicle. */
    FACTOR_SET
  }

  /** Inputs of a calculated footprint. */
  static List<StatedInput> of(VehicleSpecification vehicle, Provenance provenance, FactorSet set) {
    List<StatedInput> inputs = new ArrayList<>();
    for (Input input : Input.values()) {
      if (input.applies(vehicle.powertrain())) {
        String stated = input.text(vehicle);
        inputs.add(
            stated == null
                ? unstated(input, vehicle, new FactorSet.Index(set))
                : new StatedInput(
                    input.key(), stated, input.unit(), Quality.MEASURED, provenance, null));
      }
    }
    return inputs;
  }

  /** Inputs of a footprint that was accounted elsewhere: nothing stands in for what is missing. */
  static List<StatedInput> of(KnownRevision revision, Provenance provenance) {
    Map<Input, @Nullable String> stated = Input.stated(revision);
    List<StatedInput> inputs = new ArrayList<>();
    for (Input input : Input.values()) {
      if (input.applies(Powertrain.valueOf(revision.powertrain()))) {
        String value = stated.get(input);
        inputs.add(
            new StatedInput(
                input.key(),
                value,
                input.unit(),
                value == null ? Quality.MISSING : Quality.MEASURED,
                value == null ? null : provenance,
                null));
      }
    }
    return inputs;
  }

  private static StatedInput unstated(
      Input input, VehicleSpecification vehicle, FactorSet.Index factors) {
    if (input == Input.BATTERY && vehicle.powertrain() == Powertrain.HEV) {
      String factor = "assumed.hevBatteryKwh";
      return new StatedInput(
          input.key(),
          factors.value(factor).toPlainString(),
          input.unit(),
          Quality.DEFAULT,
          Provenance.FACTOR_SET,
          factor);
    }
    if (input == Input.CHEMISTRY) {
      return new StatedInput(
          input.key(),
          FootprintCalculation.UNKNOWN,
          null,
          Quality.DEFAULT,
          Provenance.FACTOR_SET,
          "battery." + FootprintCalculation.UNKNOWN);
    }
    return new StatedInput(input.key(), null, input.unit(), Quality.MISSING, null, null);
  }
}
