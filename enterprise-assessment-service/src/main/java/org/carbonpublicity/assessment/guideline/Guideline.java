package org.carbonpublicity.assessment.guideline;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonpublicity.assessment.scoring.ScoredItem;
import org.carbonpublicity.assessment.scoring.StarRule;
import org.carbonpublicity.assessment.scoring.StarTable;
import org.jspecify.annotations.Nullable;

/**
 * A version of the questionnaire: items in dimensions and the table of stars.
 *
 * @param replaces id of the version before it, with which it is compared and from which answers are
 *     copied forward
 */
public record Guideline(
    String id,
    String title,
    String titleZh,
    String note,
    String noteZh,
    @Nullable String replaces,
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
                    .map(
                        item ->
                            new ScoredItem(
                                item.code(), dimension.code(), item.mandatory(), item.weight())))
        .toList();
  }

  /** All items by code, in the order of the questionnaire. */
  public Map<String, Item> itemsByCode() {
    Map<String, Item> items = new LinkedHashMap<>();
    dimensions.forEach(of -> of.items().forEach(item -> items.put(item.code(), item)));
    return items;
  }

  public StarTable starTable() {
    return new StarTable(starRules);
  }

  public int mandatoryItems() {
    return (int) scoredItems().stream().filter(ScoredItem::mandatory).count();
  }
}
