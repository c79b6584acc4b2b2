package org.carbonpublicity.rating.comparison;

import java.util.List;

/**
 * All class moves between two editions.
 *
 * @param cells the combinations that occur; a model absent from both is in none
 * @param causes one for each cause, in their order
 */
public record Migrations(int edition, int since, List<Cell> cells, List<CauseCount> causes) {

  public Migrations {
    cells = List.copyOf(cells);
    causes = List.copyOf(causes);
  }

  /**
   * @param onSale those on sale in the later edition; of the ones it has no more, in the earlier
   */
  public record Cell(Standing from, Standing to, long models, long onSale) {

    /** Whether the models are in both editions and stand differently. */
    public boolean isMove() {
      return from != to && from != Standing.ABSENT && to != Standing.ABSENT;
    }
  }

  /**
   * How often a cause moved a model that is in another class now. A model that two causes moved
   * counts for both.
   *
   * @param models that it moved
   * @param alone those of them that nothing else moved
   * @param better moved to a better class by it
   * @param worse moved to a worse class by it; the others came by or lost their class
   */
  public record CauseCount(Cause cause, long models, long alone, long better, long worse) {}
}
