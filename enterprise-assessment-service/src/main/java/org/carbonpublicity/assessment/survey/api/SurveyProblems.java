package org.carbonpublicity.assessment.survey.api;

import java.util.List;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.carbonpublicity.assessment.submission.SubmissionViolation;
import org.carbonpublicity.assessment.survey.SurveyConflictException;
import org.carbonpublicity.assessment.survey.SurveyFaultException;

/** The problems that surveys answer with. */
final class SurveyProblems {

  private SurveyProblems() {}

  static RuntimeException of(SurveyFaultException e) {
    return Problems.unprocessable(
        "invalid-survey", "What was sent breaks rules", faults(e.violations()));
  }

  static RuntimeException of(SurveyConflictException e) {
    return Problems.conflict(e.code(), String.valueOf(e.getMessage()));
  }

  private static List<Fault> faults(List<SubmissionViolation> violations) {
    return violations.stream()
        .map(fault -> new Fault(fault.field(), fault.code(), fault.message()))
        .toList();
  }
}
