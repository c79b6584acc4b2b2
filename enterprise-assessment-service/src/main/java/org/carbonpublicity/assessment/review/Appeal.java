package org.carbonpublicity.assessment.review;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An enterprise's appeal against rejected items. */
public record Appeal(
    UUID assessment,
    List<DisputedItem> items,
    Instant filedAt,
    String filedBy,
    @Nullable Instant decidedAt) {

  /**
   * One disputed item.
   *
   * @param evidence ids of the files that show that the item is met
   * @param ruling with its reason, who gave it and when, once somebody did
   */
  public record DisputedItem(
      String item,
      String reason,
      List<UUID> evidence,
      @Nullable Ruling ruling,
      @Nullable String rulingReason,
      @Nullable String ruledBy,
      @Nullable Instant ruledAt) {}

  /** An item as the enterprise disputes it. */
  public record Dispute(String item, String reason, List<UUID> evidence) {}

  /** A decision on a disputed item as an assessor gives it. */
  public record RulingDraft(String item, Ruling ruling, String reason) {}

  /** The items of which the rejection was lifted. */
  public Set<String> granted() {
    return items.stream()
        .filter(disputed -> disputed.ruling() == Ruling.GRANT)
        .map(DisputedItem::item)
        .collect(Collectors.toSet());
  }
}
