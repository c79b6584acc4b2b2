package org.carbonpublicity.rating.improvement;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carbonpublicity.rating.edition.Explanation;
import org.carbonpublicity.rating.edition.ModelRating;
import org.carbonpublicity.rating.improvement.client.DisclosureClient;
import org.jspecify.annotations.Nullable;

/** Asks disclosure what would bring a model to the next better class. */
@ApplicationScoped
public class Improvements {

  private final DisclosureClient disclosure;

  Improvements(DisclosureClient disclosure) {
    this.disclosure = disclosure;
  }

  /** Why nothing can be said of any input. */
  public enum Reason {
    BEST_CLASS,
    UNRATED,
    /** The footprint was accounted elsewhere: its inputs are not those of a calculation. */
    IMPORTED_FOOTPRINT,
    /** Disclosure does not show the footprint's inputs. */
    NO_INPUTS,
    /** The calculation of today does not give the published footprint. */
    NOT_REPRODUCED
  }

  /**
   * @param target null for an unrated model and one of the best class
   * @param factorSet that everything is calculated with; null when nothing is
   * @param kgPerKwh mass of the battery per capacity; null when the vehicle has none
   * @param items one for each input; empty when there is a reason
   */
  public record Result(
      Explanation.@Nullable Neighbour target,
      @Nullable String factorSet,
      @Nullable BigDecimal kgPerKwh,
      List<Improvement> items,
      @Nullable Reason reason) {

    static Result none(Explanation.@Nullable Neighbour target, Reason reason) {
      return new Result(target, null, null, List.of(), reason);
    }
  }

  /**
   * What would reach the next better class, one input at a time.
   *
   * @param authorization the caller's own, in whose name disclosure is asked
   * @throws DisclosureUnavailableException when it does not answer
   */
  public Result of(Explanation explanation, String authorization) {
    ModelRating rating = explanation.rating();
    Explanation.Neighbour target = explanation.nextBetter();
    if (target == null) {
      return Result.none(null, explanation.own() == null ? Reason.UNRATED : Reason.BEST_CLASS);
    }
    Optional<PublishedVehicle> found =
        disclosure.vehicle(rating.modelCode(), rating.footprintRevision(), authorization);
    if (found.isEmpty()) {
      return Result.none(target, Reason.NO_INPUTS);
    }
    PublishedVehicle vehicle = found.get();
    if (vehicle.factorSet() == null || vehicle.curbMassKg() == null) {
      return Result.none(target, Reason.IMPORTED_FOOTPRINT);
    }
    BigDecimal again = disclosure.gramsPerKm(vehicle, authorization);
    if (again == null || again.compareTo(rating.footprintGramsPerKm()) != 0) {
      return Result.none(target, Reason.NOT_REPRODUCED);
    }
    return new Result(
        target,
        vehicle.factorSet(),
        vehicle.inputs().containsKey(VehicleInput.BATTERY)
            ? disclosure.batteryKgPerKwh(vehicle, authorization)
            : null,
        items(explanation, target, vehicle, authorization),
        null);
  }

  private List<Improvement> items(
      Explanation explanation,
      Explanation.Neighbour target,
      PublishedVehicle vehicle,
      String authorization) {
    BigDecimal bound =
        explanation.frame().scheme().bounds().upperBounds().get(target.ratingClass().ordinal());
    ImprovementSearch search =
        new ImprovementSearch(
            explanation.rating().footprintGramsPerKm(),
            target.gramsPerKm(),
            footprint -> explanation.reference().holds(footprint, Objects.requireNonNull(bound)));
    List<Improvement> items = new ArrayList<>();
    for (VehicleInput input : VehicleInput.values()) {
      BigDecimal present = vehicle.inputs().get(input);
      items.add(
          present == null
              ? Improvement.none(input)
              : search.find(
                  input,
                  present,
                  (changed, value) ->
                      disclosure.gramsPerKm(vehicle.with(changed, value), authorization)));
    }
    return items;
  }
}
