package org.carbonpublicity.assessment.carbontarget;

import java.util.List;
import java.util.Optional;

/**
 * Experts who judge a submitted target.
 *
 * @param approvalsNeeded how many of them must approve
 */
public record Panel(List<Expert> experts, int approvalsNeeded) {

  /** What a panel decides. */
  public enum Verdict {
    VALIDATED,
    RETURNED
  }

  /** More than half. */
  public static int majority(int size) {
    return size / 2 + 1;
  }

  /**
   * Validated with enough approvals, returned once they cannot be reached by those who have not
   * voted (an abstention is a vote, and none for it); empty as long as both can happen.
   */
  public Optional<Verdict> verdict() {
    long approvals = experts.stream().filter(e -> e.vote() == Expert.Vote.APPROVE).count();
    long open = experts.stream().filter(e -> e.vote() == null).count();
    if (approvals >= approvalsNeeded) {
      return Optional.of(Verdict.VALIDATED);
    }
    return approvals + open < approvalsNeeded ? Optional.of(Verdict.RETURNED) : Optional.empty();
  }

  public Optional<Expert> expert(String subject) {
    return experts.stream().filter(e -> e.subject().equals(subject)).findFirst();
  }
}
