package org.carbonpublicity.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.persistence.GuidelineRepository;
import org.carbonpublicity.assessment.result.Comparison.DimensionChange;
import org.carbonpublicity.assessment.result.persistence.AssessmentRepository;
import org.carbonpublicity.assessment.scoring.DimensionCount;
import org.carbonpublicity.assessment.scoring.ScoredItem;
import org.carbonpublicity.assessment.submission.persistence.SubmissionRepository;

/** Year on year: results of an enterprise beside each other. */
@ApplicationScoped
public class Comparisons {

  private final AssessmentRepository assessments;
  private final SubmissionRepository submissions;
  private final GuidelineRepository guidelines;

  Comparisons(
      AssessmentRepository assessments,
      SubmissionRepository submissions,
      GuidelineRepository guidelines) {
    this.assessments = assessments;
    this.submissions = submissions;
    this.guidelines = guidelines;
  }

  /**
   * The newest result of the enterprise before another that is in force or once was published.
   *
   * @param publishedOnly whether it has to be published now
   */
  @Transactional
  public Optional<Assessment> before(Assessment later, boolean publishedOnly) {
    return assessments.before(later, publishedOnly);
  }

  /** The two beside each other. */
  @Transactional
  public Comparison compare(Assessment later, Assessment earlier) {
    List<String> laterItems = items(later);
    List<String> earlierItems = items(earlier);
    Set<String> laterMet = met(later);
    Set<String> earlierMet = met(earlier);
    List<String> common = new ArrayList<>(laterItems);
    common.retainAll(new HashSet<>(earlierItems));
    return new Comparison(
        later,
        earlier,
        dimensions(later, earlier),
        common.stream()
            .filter(item -> laterMet.contains(item) && !earlierMet.contains(item))
            .toList(),
        common.stream()
            .filter(item -> earlierMet.contains(item) && !laterMet.contains(item))
            .toList(),
        without(laterItems, earlierItems),
        without(earlierItems, laterItems));
  }

  private static List<String> without(List<String> these, List<String> those) {
    Set<String> left = new LinkedHashSet<>(these);
    left.removeAll(new HashSet<>(those));
    return List.copyOf(left);
  }

  private List<String> items(Assessment of) {
    Guideline guideline = guidelines.find(of.guideline()).orElseThrow().guideline();
    return guideline.scoredItems().stream().map(ScoredItem::code).toList();
  }

  /** As the outcome counts them: without what was rejected. */
  private Set<String> met(Assessment of) {
    Set<String> met = new HashSet<>(submissions.find(of.submission()).orElseThrow().itemsMet());
    met.removeAll(of.rejected());
    return met;
  }

  private static List<DimensionChange> dimensions(Assessment later, Assessment earlier) {
    Map<String, DimensionCount> laterCounts = counts(later);
    Map<String, DimensionCount> earlierCounts = counts(earlier);
    return Stream.concat(laterCounts.keySet().stream(), earlierCounts.keySet().stream())
        .distinct()
        .map(code -> new DimensionChange(code, laterCounts.get(code), earlierCounts.get(code)))
        .toList();
  }

  private static Map<String, DimensionCount> counts(Assessment of) {
    return of.outcome().dimensions().stream()
        .collect(
            Collectors.toMap(
                DimensionCount::dimension,
                Function.identity(),
                (one, other) -> one,
                LinkedHashMap::new));
  }
}
