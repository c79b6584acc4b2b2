package org.carbonpublicity.rating.simulation.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carbonpublicity.rating.scheme.ClassLabel;
import org.carbonpublicity.rating.scheme.RatingClass;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.api.SchemeRequest;
import org.carbonpublicity.rating.simulation.Simulation;
import org.carbonpublicity.rating.simulation.SimulationResult;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A simulation; what it has found is there when it is FINISHED. */
@Schema(name = "SchemeSimulation")
record SimulationResponse(
    UUID id,
    @Schema(description = "RUNNING, FINISHED or FAILED") String state,
    int edition,
    Tried scheme,
    @Nullable List<BigDecimal> wantedSharesPercent,
    Instant createdAt,
    String createdBy,
    @Nullable Instant finishedAt,
    @Nullable String failure,
    @Nullable Found result) {

  /** The scheme that was tried; with the fitted bounds once they are known. */
  @Schema(name = "SimulatedScheme")
  record Tried(
      String id,
      String kind,
      String title,
      String titleZh,
      List<SchemeRequest.NamedClass> classes,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo) {

    static Tried of(RatingScheme scheme) {
      List<SchemeRequest.NamedClass> classes = new ArrayList<>();
      for (RatingClass ratingClass : RatingClass.values()) {
        ClassLabel label = scheme.label(ratingClass);
        classes.add(
            new SchemeRequest.NamedClass(
                ratingClass.number(), label.name(), label.nameZh(), label.colour()));
      }
      return new Tried(
          scheme.id(),
          scheme.reference().kind().name(),
          scheme.title(),
          scheme.titleZh(),
          classes,
          scheme.validity().from(),
          scheme.validity().to());
    }
  }

  /** What the scheme makes of the edition. Maps are by class, "1" to "5". */
  @Schema(name = "SimulationResult")
  record Found(
      long models,
      long modelsOnSale,
      long modelsRated,
      Map<String, BigDecimal> classUpperBounds,
      @Schema(description = "Lines that models were compared with, fixed or fitted")
          List<SimulationResult.Line> lines,
      @Schema(description = "Rated models, on sale or not, as an edition counts them")
          Map<String, Long> classCounts,
      @Schema(description = "Rated models on sale") Map<String, Long> classCountsOnSale,
      @Schema(description = "Of the rated models on sale, 1 decimal")
          Map<String, BigDecimal> classSharesPercent,
      @Schema(
              description =
                  "Models by class in the edition and in the simulation; a class that is absent means unrated")
          List<SimulationResult.Move> moves,
      List<Enterprise> enterprises) {

    static Found of(SimulationResult result) {
      return new Found(
          result.models(),
          result.modelsOnSale(),
          result.modelsRated(),
          byClass(result.classUpperBounds()),
          result.lines(),
          byClass(result.classCounts()),
          byClass(result.classCountsOnSale()),
          byClass(result.classSharesPercent()),
          result.moves(),
          result.enterprises().stream().map(Enterprise::of).toList());
    }
  }

  /** What becomes of an enterprise's rated models on sale. */
  @Schema(name = "SimulatedEnterprise")
  record Enterprise(
      String enterprise,
      String enterpriseName,
      long modelsOnSale,
      Map<String, Long> ratedBefore,
      Map<String, Long> ratedAfter,
      Map<String, BigDecimal> sharesPercentBefore,
      Map<String, BigDecimal> sharesPercentAfter) {

    static Enterprise of(SimulationResult.EnterpriseShares shares) {
      return new Enterprise(
          shares.enterprise(),
          shares.enterpriseName(),
          shares.modelsOnSale(),
          byClass(shares.ratedBefore()),
          byClass(shares.ratedAfter()),
          byClass(shares.sharesPercentBefore()),
          byClass(shares.sharesPercentAfter()));
    }
  }

  static SimulationResponse of(Simulation simulation) {
    return new SimulationResponse(
        simulation.id(),
        simulation.state().name(),
        simulation.edition(),
        Tried.of(simulation.scheme()),
        simulation.wantedSharesPercent(),
        simulation.createdAt(),
        simulation.createdBy(),
        simulation.finishedAt(),
        simulation.failure(),
        simulation.result() == null ? null : Found.of(simulation.result()));
  }

  private static <T> Map<String, T> byClass(List<T> values) {
    Map<String, T> map = new LinkedHashMap<>();
    for (T value : values) {
      map.put(Integer.toString(map.size() + 1), value);
    }
    return map;
  }
}
