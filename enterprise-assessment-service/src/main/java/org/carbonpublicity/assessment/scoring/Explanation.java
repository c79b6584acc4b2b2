package org.carbonpublicity.assessment.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in a sentence which rule bound a result. */
public final class Explanation {

  private Explanation() {}

  /**
   * As "133 points, but 10 of 15 mandatory items: 67 % < 80 %". A missed share that would round to
   * its floor is written with as many decimals as tell the two apart.
   */
  public static String of(Outcome outcome, StarTable table, boolean chinese) {
    Optional<StarRule> next = next(outcome, table);
    String points = points(outcome.score(), next.map(StarRule::scoreFloor).orElse(null), chinese);
    String mandatory =
        chinese
            ? "必选条目达成 %d/%d".formatted(outcome.mandatoryMet(), outcome.mandatoryItems())
            : "%d of %d mandatory items"
                .formatted(outcome.mandatoryMet(), outcome.mandatoryItems());
    if (next.isEmpty()) {
      return chinese
          ? "%s，%s：已达最高星级".formatted(points, mandatory)
          : "%s and %s: the most stars there are".formatted(points, mandatory);
    }
    StarRule rule = next.get();
    List<String> missed = new ArrayList<>();
    boolean scoreReached = rule.scoreReached(outcome.score());
    if (!scoreReached) {
      missed.add(points + " < " + plain(rule.scoreFloor()));
    }
    if (!rule.ratioReached(outcome.mandatoryRatio())) {
      missed.add(
          (chinese ? "%s：%s %% < %s %%" : "%s: %s %% < %s %%")
              .formatted(
                  mandatory,
                  shown(outcome.mandatoryRatio(), rule.mandatoryRatioFloorPercent()),
                  plain(rule.mandatoryRatioFloorPercent())));
    }
    String joined = String.join(chinese ? "；" : "; ", missed);
    return scoreReached ? points + (chinese ? "，但" : ", but ") + joined : joined;
  }

  private static Optional<StarRule> next(Outcome outcome, StarTable table) {
    return table.rules().stream()
        .filter(rule -> rule.stars() > outcome.award().stars())
        .min(Comparator.comparingInt(StarRule::stars));
  }

  private static String points(Share score, @Nullable BigDecimal floor, boolean chinese) {
    return shown(score, floor) + (chinese ? " 分" : " points");
  }

  /** Half up without decimals, unless that would show a missed floor as reached. */
  private static String shown(Share share, @Nullable BigDecimal floor) {
    boolean misleading =
        floor != null
            && !share.atLeast(floor)
            && BigDecimal.valueOf(share.rounded()).compareTo(floor) >= 0;
    return misleading ? plain(share.percent()) : Integer.toString(share.rounded());
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }
}
