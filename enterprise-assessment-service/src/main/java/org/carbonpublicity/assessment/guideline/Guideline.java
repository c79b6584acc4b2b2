package org.carbonpublicity.assessment.guideline;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carbonpublicity.assessment.scoring.ScoredItem;
import org.carbonpublicity.assessment.scoring.StarRule;
import org.carbonpublicity.assessment.scoring.StarTable;

/** A version of the questionnaire: items in dimensions and the table of stars. */
public record Guideline(
    String id,
    String title,
    String titleZh,
    String note,
    String noteZh,
    List<Dimension> dimensions,
    List<StarRule> starRules) {

  /**
   * @throws IllegalArgumentException when two items have one code, none is mandatory, or the star
   *     rules are no table
   */
  public Guideline {
    dimensions = List.copyOf(dimensions);
    starRules = new StarTable(starRules).rules();
    Set<String> codes = new HashSet<>();
    boolean mandatory = false;
    for (Dimension dimension : dimensions) {
      for (Item item : dimension.items()) {
        mandatory |= item.mandatory();
        if (!codes.add(item.code())) {
          throw new IllegalArgumentException("two items have the code " + item.code());
        }
      }
    }
    if (!mandatory) {
      throw new IllegalArgumentException("no item is mandatory");
    }
  }

  /** All items as scoring sees them, in the order of the questionnaire. */
  public Collection<ScoredItem> scoredItems() {
    return dimensions.stream()
        .flatMap(
            dimension ->
                dimension.items().stream()
                    .map(item -> new ScoredItem(item.code(), dimension.code(), item.mandatory())))
        .toList();
  }

  public StarTable starTable() {
    return new StarTable(starRules);
  }

  public int mandatoryItems() {
    return (int) scoredItems().stream().filter(ScoredItem::mandatory).count();
  }
}
