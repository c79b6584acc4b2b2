package org.carbonpublicity.assessment.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise's answer to one item.
 *
 * @param met what the answer says, or what follows from its number, date or choice
 * @param evidence where an assessor finds it shown
 * @param number in the unit of the item's question
 * @param date as 2024-01-31
 * @param choice code of what was chosen
 * @param files ids of evidence files
 */
public record Answer(
    String item,
    boolean met,
    @Nullable String evidence,
    @Nullable String comment,
    @Nullable BigDecimal number,
    @Nullable String date,
    @Nullable String choice,
    List<UUID> files) {

  public Answer {
    // Absent in what was stored before there were files.
    files = files == null ? List.of() : List.copyOf(files);
  }

  /** An answer with yes or no. */
  public Answer(String item, boolean met, @Nullable String evidence) {
    this(item, met, evidence, null, null, null, null, List.of());
  }
}
