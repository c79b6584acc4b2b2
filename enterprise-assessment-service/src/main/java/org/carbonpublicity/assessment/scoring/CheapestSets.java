package org.carbonpublicity.assessment.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carbonpublicity.assessment.scoring.NextStars.Mix;
import org.jspecify.annotations.Nullable;

/**
 * Finds the smallest sets of further items with which a result reaches the next better row of the
 * table of stars.
 *
 * <p>Whether a row is reached depends on how many mandatory items are met and on the sum of points.
 * Of k mandatory and j bonus items the heaviest give most points: k and j will do just when these
 * do. The smallest k + j that will do is therefore the size of the smallest set, and every smallest
 * set has one of the (k, j) found at that size.
 */
public final class CheapestSets {

  private final List<ScoredItem> items;
  private final Set<String> met;
  private final int listed;
  private final BigDecimal pointsMet;
  private final BigDecimal mandatoryPoints;
  private final int mandatoryMet;
  private final int mandatoryItems;
  private final List<ScoredItem> missingMandatory;
  private final List<ScoredItem> missingBonus;

  private CheapestSets(Collection<ScoredItem> items, Set<String> met, int listed) {
    this.items = List.copyOf(items);
    this.met = met;
    this.listed = listed;
    this.pointsMet = sum(items.stream().filter(item -> met.contains(item.code())));
    this.mandatoryPoints = sum(items.stream().filter(ScoredItem::mandatory));
    this.mandatoryItems = (int) items.stream().filter(ScoredItem::mandatory).count();
    this.mandatoryMet =
        (int) items.stream().filter(item -> item.mandatory() && met.contains(item.code())).count();
    this.missingMandatory = missing(true);
    this.missingBonus = missing(false);
  }

  /**
   * The next better row and the cheapest ways there.
   *
   * @param items all items of the guideline
   * @param met codes of the items met
   * @param listed how many ways are written out at most
   * @return empty when the result has the most stars there are
   */
  public static Optional<NextStars> of(
      Collection<ScoredItem> items, Set<String> met, StarTable table, int listed) {
    CheapestSets search = new CheapestSets(items, met, listed);
    int stars =
        table
            .award(
                new Share(search.pointsMet, search.mandatoryPoints),
                new Share(search.mandatoryMet, search.mandatoryItems))
            .stars();
    return table.rules().stream()
        .filter(rule -> rule.stars() > stars)
        .min(Comparator.comparingInt(StarRule::stars))
        .map(search::to);
  }

  private NextStars to(StarRule rule) {
    List<Mix> mixes = List.of();
    int all = missingMandatory.size() + missingBonus.size();
    int size = 0;
    while (mixes.isEmpty() && ++size <= all) {
      mixes = mixes(rule, size);
    }
    if (mixes.isEmpty()) {
      return answer(rule, null, mixes, new Listing(rule));
    }
    Listing listing = new Listing(rule);
    listing.extend(0, size, new ArrayList<>(), BigDecimal.ZERO, 0);
    return answer(rule, size, mixes, listing);
  }

  private NextStars answer(
      StarRule rule, @Nullable Integer size, List<Mix> mixes, Listing listing) {
    return new NextStars(
        rule.stars(),
        rule.scoreFloor(),
        rule.mandatoryRatioFloorPercent(),
        size,
        mixes,
        listing.sets,
        !listing.more);
  }

  /** The mixes of so many items that reach the row with the heaviest items there are. */
  private List<Mix> mixes(StarRule rule, int size) {
    List<Mix> found = new ArrayList<>();
    for (int mandatory = Math.min(size, missingMandatory.size()); mandatory >= 0; mandatory--) {
      int bonus = size - mandatory;
      if (bonus <= missingBonus.size()
          && reaches(
              rule,
              heaviest(missingMandatory, mandatory).add(heaviest(missingBonus, bonus)),
              mandatory)) {
        found.add(new Mix(mandatory, bonus));
      }
    }
    return found;
  }

  private boolean reaches(StarRule rule, BigDecimal morePoints, int moreMandatory) {
    return rule.reached(
        new Share(pointsMet.add(morePoints), mandatoryPoints),
        new Share(mandatoryMet + moreMandatory, mandatoryItems));
  }

  private List<ScoredItem> missing(boolean mandatory) {
    return items.stream()
        .filter(item -> item.mandatory() == mandatory && !met.contains(item.code()))
        .sorted(Comparator.comparing(ScoredItem::points).reversed())
        .toList();
  }

  private static BigDecimal heaviest(List<ScoredItem> heaviestFirst, int count) {
    return sum(heaviestFirst.stream().limit(count));
  }

  private static BigDecimal sum(Stream<ScoredItem> items) {
    return items.map(ScoredItem::points).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Goes through the sets of one size in the order of the guideline. */
  private final class Listing {

    private final StarRule rule;
    private final List<ScoredItem> missing =
        items.stream().filter(item -> !met.contains(item.code())).toList();
    private final List<List<String>> sets = new ArrayList<>();
    private boolean more;

    Listing(StarRule rule) {
      this.rule = rule;
    }

    private void extend(int from, int left, List<String> chosen, BigDecimal points, int mandatory) {
      if (left == 0) {
        if (sets.size() == listed) {
          more = true;
        } else {
          sets.add(List.copyOf(chosen));
        }
        return;
      }
      for (int next = from; next <= missing.size() - left && !more; next++) {
        ScoredItem item = missing.get(next);
        BigDecimal withItem = points.add(item.points());
        int mandatoryWithItem = mandatory + (item.mandatory() ? 1 : 0);
        if (canReach(next + 1, left - 1, withItem, mandatoryWithItem)) {
          chosen.add(item.code());
          extend(next + 1, left - 1, chosen, withItem, mandatoryWithItem);
          chosen.remove(chosen.size() - 1);
        }
      }
    }

    /** Whether some choice among the later items completes the set: no dead end is entered. */
    private boolean canReach(int from, int left, BigDecimal points, int mandatory) {
      List<ScoredItem> later =
          missing.subList(from, missing.size()).stream()
              .sorted(Comparator.comparing(ScoredItem::points).reversed())
              .toList();
      List<ScoredItem> laterMandatory = later.stream().filter(ScoredItem::mandatory).toList();
      List<ScoredItem> laterBonus = later.stream().filter(item -> !item.mandatory()).toList();
      for (int of = Math.min(left, laterMandatory.size()); of >= 0; of--) {
        if (left - of <= laterBonus.size()
            && reaches(
                rule,
                points.add(heaviest(laterMandatory, of)).add(heaviest(laterBonus, left - of)),
                mandatory + of)) {
          return true;
        }
      }
      return false;
    }
  }
}
