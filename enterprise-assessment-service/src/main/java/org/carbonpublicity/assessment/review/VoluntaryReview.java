package org.carbonpublicity.assessment.review;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import org.carbonpublicity.assessment.submission.Submission;

/** The rule while nothing else gives one: nobody has to review. */
@ApplicationScoped
@DefaultBean
class VoluntaryReview implements ReviewRules {

  private static final Rule RULE = new Rule(0, 30);

  @Override
  public Rule ruleFor(Submission submission) {
    return RULE;
  }
}
