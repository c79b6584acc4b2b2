package org.carbonpublicity.rating.simulation.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonpublicity.rating.http.Problems.Fault;
import org.carbonpublicity.rating.scheme.InvalidSchemeException;
import org.carbonpublicity.rating.scheme.RatingClass;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.api.SchemeRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that asks for a simulation. */
@Schema(name = "SchemeSimulationRequest")
record SimulationRequest(
    @Schema(description = "Id of a scheme that is written down; or `definition`")
        @Nullable String scheme,
    @Schema(description = "A scheme that is not: tried and not kept among the schemes")
        @Nullable SchemeRequest definition,
    @Schema(description = "Number of an edition; absent for the latest") @Nullable Integer edition,
    @Schema(
            description =
                "Shares of classes 1 to 5 among rated models on sale that bounds are fitted to; together 99 to 101,"
                    + " since rounded shares rarely make 100. The scheme's own bounds are then not used")
        @Nullable List<@Nullable BigDecimal> wantedSharesPercent) {

  /** Id of a scheme that has none. */
  private static final String UNNAMED = "simulated";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The scheme that is stated, unless it is named. */
  Optional<RatingScheme> stated(List<Fault> faults) {
    if (definition == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(bounded(definition).draft(UNNAMED).check());
    } catch (InvalidSchemeException e) {
      e.violations()
          .forEach(
              fault ->
                  faults.add(
                      new Fault("definition." + fault.field(), fault.code(), fault.message())));
      return Optional.empty();
    }
  }

  /** Bounds that are going to be fitted need not be stated. */
  private SchemeRequest bounded(SchemeRequest stated) {
    if (wantedSharesPercent == null || stated.classUpperBounds() != null) {
      return stated;
    }
    return new SchemeRequest(
        stated.kind(),
        stated.title(),
        stated.titleZh(),
        stated.note(),
        stated.lines(),
        Map.of(
            "1",
            BigDecimal.ONE,
            "2",
            BigDecimal.valueOf(2),
            "3",
            BigDecimal.valueOf(3),
            "4",
            BigDecimal.valueOf(4)),
        stated.classes(),
        stated.validFrom(),
        stated.validTo());
  }

  /** The wanted shares; null when none are. */
  @Nullable List<BigDecimal> shares(List<Fault> faults) {
    if (wantedSharesPercent == null) {
      return null;
    }
    String field = "wantedSharesPercent";
    List<BigDecimal> shares = new ArrayList<>();
    for (BigDecimal share : wantedSharesPercent) {
      if (share == null
          || share.signum() < 0
          || share.compareTo(HUNDRED) > 0
          || share.scale() > 6) {
        faults.add(
            new Fault(field + "." + shares.size(), "out-of-range", "0 to 100, at most 6 decimals"));
        return null;
      }
      shares.add(share);
    }
    BigDecimal total = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (shares.size() != RatingClass.values().length) {
      faults.add(new Fault(field, "wrong-number", "five shares, class 1 first"));
    } else if (total.subtract(HUNDRED).abs().compareTo(BigDecimal.ONE) > 0) {
      faults.add(new Fault(field, "wrong-sum", "together 99 to 101, these are " + total));
    }
    return shares;
  }
}
