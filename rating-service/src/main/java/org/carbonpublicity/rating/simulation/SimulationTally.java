package org.carbonpublicity.rating.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonpublicity.rating.scheme.RatingClass;
import org.jspecify.annotations.Nullable;

/** Adds up models by enterprise, class and sale state to what a simulation answers. */
public final class SimulationTally {

  private static final int CLASSES = RatingClass.values().length;
  private static final int SHARE_DECIMALS = 1;

  private final long[][] models = new long[CLASSES + 1][CLASSES + 1];
  private final long[][] onSale = new long[CLASSES + 1][CLASSES + 1];
  private final Map<String, Enterprise> enterprises = new TreeMap<>();

  private static final class Enterprise {
    private final String name;
    private long modelsOnSale;
    private final long[] before = new long[CLASSES + 1];
    private final long[] after = new long[CLASSES + 1];

    Enterprise(String name) {
      this.name = name;
    }
  }

  /**
   * Adds models of one enterprise that are alike.
   *
   * @param before class in the edition, 1 to 5, null for unrated
   * @param after class in the simulation, 1 to 5, null for unrated
   */
  public void add(
      String enterprise,
      String enterpriseName,
      boolean areOnSale,
      @Nullable Integer before,
      @Nullable Integer after,
      long count) {
    int from = before == null ? 0 : before;
    int to = after == null ? 0 : after;
    models[from][to] += count;
    if (areOnSale) {
      onSale[from][to] += count;
      Enterprise own =
          enterprises.computeIfAbsent(enterprise, code -> new Enterprise(enterpriseName));
      own.modelsOnSale += count;
      own.before[from] += count;
      own.after[to] += count;
    }
  }

  /** All that was added. */
  public SimulationResult result(List<BigDecimal> bounds, List<SimulationResult.Line> lines) {
    long[] rated = after(models);
    long[] ratedOnSale = after(onSale);
    return new SimulationResult(
        sum(models),
        sum(onSale),
        Arrays.stream(rated).skip(1).sum(),
        bounds,
        lines,
        classes(rated),
        classes(ratedOnSale),
        shares(ratedOnSale),
        moves(),
        enterprises.entrySet().stream()
            .map(
                one ->
                    new SimulationResult.EnterpriseShares(
                        one.getKey(),
                        one.getValue().name,
                        one.getValue().modelsOnSale,
                        classes(one.getValue().before),
                        classes(one.getValue().after),
                        shares(one.getValue().before),
                        shares(one.getValue().after)))
            .toList());
  }

  private List<SimulationResult.Move> moves() {
    List<SimulationResult.Move> moves = new ArrayList<>();
    for (int from = 0; from <= CLASSES; from++) {
      for (int to = 0; to <= CLASSES; to++) {
        if (models[from][to] > 0) {
          moves.add(
              new SimulationResult.Move(
                  from == 0 ? null : from,
                  to == 0 ? null : to,
                  models[from][to],
                  onSale[from][to]));
        }
      }
    }
    return moves;
  }

  private static long[] after(long[][] counts) {
    long[] sums = new long[CLASSES + 1];
    for (long[] row : counts) {
      for (int to = 0; to <= CLASSES; to++) {
        sums[to] += row[to];
      }
    }
    return sums;
  }

  private static long sum(long[][] counts) {
    return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
  }

  private static List<Long> classes(long[] counts) {
    return Arrays.stream(counts).skip(1).boxed().toList();
  }

  /** Empty when no model is rated: nothing has shares of nothing. */
  private static List<BigDecimal> shares(long[] counts) {
    long rated = Arrays.stream(counts).skip(1).sum();
    if (rated == 0) {
      return List.of();
    }
    return Arrays.stream(counts)
        .skip(1)
        .mapToObj(
            count ->
                BigDecimal.valueOf(100 * count)
                    .divide(BigDecimal.valueOf(rated), SHARE_DECIMALS, RoundingMode.HALF_UP))
        .toList();
  }
}
