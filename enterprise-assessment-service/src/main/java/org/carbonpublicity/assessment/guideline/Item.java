package org.carbonpublicity.assessment.guideline;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One item of a guideline; an item that is not mandatory is a bonus.
 *
 * @param points what the item weighs among the others, positive; one when absent
 * @param evidenceRequired whether a yes needs evidence: where it is shown, or a file
 * @param question yes or no when absent
 */
public record Item(
    String code,
    boolean mandatory,
    String text,
    String textZh,
    @Nullable BigDecimal points,
    boolean evidenceRequired,
    @Nullable Question question) {

  /** An item of one point that is answered with yes or no, without evidence. */
  public Item(String code, boolean mandatory, String text, String textZh) {
    this(code, mandatory, text, textZh, null, false, null);
  }

  /** What the item weighs. */
  public BigDecimal weight() {
    return points == null ? BigDecimal.ONE : points;
  }

  /** What it asks for. */
  public Question asks() {
    return question == null ? Question.YES_NO : question;
  }
}
