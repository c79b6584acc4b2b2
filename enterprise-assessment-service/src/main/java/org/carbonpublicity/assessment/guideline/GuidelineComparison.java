package org.carbonpublicity.assessment.guideline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carbonpublicity.assessment.scoring.StarRule;

/**
 * What another version of the questionnaire changes. Items are the same when their codes are.
 *
 * @param added codes of items that only the later one has
 * @param removed codes of items that only the earlier one has
 * @param changed items of both that are not the same, with what is not
 * @param starRulesBefore present, with those after, only when the tables of stars differ
 */
public record GuidelineComparison(
    String before,
    String after,
    Counts countsBefore,
    Counts countsAfter,
    List<String> added,
    List<String> removed,
    List<ChangedItem> changed,
    List<StarRule> starRulesBefore,
    List<StarRule> starRulesAfter) {

  /** How many items there are. */
  public record Counts(int mandatoryItems, int bonusItems) {

    static Counts of(Guideline guideline) {
      int mandatory = guideline.mandatoryItems();
      return new Counts(mandatory, guideline.itemsByCode().size() - mandatory);
    }
  }

  /**
   * An item that both have.
   *
   * @param fields of dimension, mandatory, text, textZh, points, evidenceRequired, question those
   *     that differ
   */
  public record ChangedItem(String code, List<String> fields) {}

  /** Compares two guidelines. */
  public static GuidelineComparison of(Guideline before, Guideline after) {
    Map<String, Item> old = before.itemsByCode();
    Map<String, Item> now = after.itemsByCode();
    Map<String, String> oldDimensions = dimensions(before);
    Map<String, String> nowDimensions = dimensions(after);
    List<ChangedItem> changed = new ArrayList<>();
    now.forEach(
        (code, item) -> {
          Item earlier = old.get(code);
          if (earlier != null) {
            List<String> fields = differences(earlier, item);
            if (!Objects.equals(oldDimensions.get(code), nowDimensions.get(code))) {
              fields.add(0, "dimension");
            }
            if (!fields.isEmpty()) {
              changed.add(new ChangedItem(code, fields));
            }
          }
        });
    boolean sameStars = before.starRules().equals(after.starRules());
    return new GuidelineComparison(
        before.id(),
        after.id(),
        Counts.of(before),
        Counts.of(after),
        now.keySet().stream().filter(code -> !old.containsKey(code)).toList(),
        old.keySet().stream().filter(code -> !now.containsKey(code)).toList(),
        changed,
        sameStars ? List.of() : before.starRules(),
        sameStars ? List.of() : after.starRules());
  }

  private static List<String> differences(Item before, Item after) {
    List<String> fields = new ArrayList<>();
    differ(fields, "mandatory", before.mandatory(), after.mandatory());
    differ(fields, "text", before.text(), after.text());
    differ(fields, "textZh", before.textZh(), after.textZh());
    if (before.weight().compareTo(after.weight()) != 0) {
      fields.add("points");
    }
    differ(fields, "evidenceRequired", before.evidenceRequired(), after.evidenceRequired());
    differ(fields, "question", before.asks(), after.asks());
    return fields;
  }

  private static void differ(List<String> fields, String field, Object before, Object after) {
    if (!before.equals(after)) {
      fields.add(field);
    }
  }

  private static Map<String, String> dimensions(Guideline guideline) {
    Map<String, String> dimensions = new LinkedHashMap<>();
    guideline
        .dimensions()
        .forEach(of -> of.items().forEach(item -> dimensions.put(item.code(), of.code())));
    return dimensions;
  }
}
