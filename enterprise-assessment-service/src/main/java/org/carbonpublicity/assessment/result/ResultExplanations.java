package org.carbonpublicity.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.persistence.GuidelineRepository;
import org.carbonpublicity.assessment.scoring.CheapestSets;
import org.carbonpublicity.assessment.scoring.Explanation;
import org.carbonpublicity.assessment.scoring.Outcome;
import org.carbonpublicity.assessment.scoring.StarTable;
import org.carbonpublicity.assessment.submission.persistence.SubmissionRepository;

/** Explains results to those who may know their items. */
@ApplicationScoped
public class ResultExplanations {

  /** More ways to the next star than anybody reads. */
  private static final int MOST_SETS = 100;

  private final GuidelineRepository guidelines;
  private final SubmissionRepository submissions;

  ResultExplanations(GuidelineRepository guidelines, SubmissionRepository submissions) {
    this.guidelines = guidelines;
    this.submissions = submissions;
  }

  @Transactional
  public ResultExplanation of(Assessment assessment) {
    Guideline guideline = guidelines.find(assessment.guideline()).orElseThrow().guideline();
    Outcome outcome = assessment.outcome();
    StarTable table = guideline.starTable();
    return new ResultExplanation(
        assessment,
        guideline,
        Explanation.of(outcome, table, false),
        Explanation.of(outcome, table, true),
        CheapestSets.of(guideline.scoredItems(), itemsMet(assessment), table, MOST_SETS));
  }

  private Set<String> itemsMet(Assessment assessment) {
    List<String> noted = assessment.outcome().itemsMet();
    return noted == null
        ? submissions.find(assessment.submission()).orElseThrow().itemsMet()
        : Set.copyOf(noted);
  }
}
