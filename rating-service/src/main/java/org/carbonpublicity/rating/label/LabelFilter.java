package org.carbonpublicity.rating.label;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which labels are wanted; null does not restrict.
 *
 * @param allApplications whether applications without a certificate are shown, whoever applied
 * @param applicationsOf else the enterprises whose applications are shown
 */
public record LabelFilter(
    @Nullable LabelKind kind,
    @Nullable LabelState state,
    @Nullable String enterprise,
    @Nullable String model,
    @Nullable Integer ratingClass,
    boolean allApplications,
    Set<String> applicationsOf) {

  public LabelFilter {
    applicationsOf = Set.copyOf(applicationsOf);
  }
}
