package org.carbonpublicity.assessment.review;

import org.carbonpublicity.assessment.submission.Submission;

/** Says which submissions must be reviewed. Asked once, when a submission is first scored. */
public interface ReviewRules {

  /**
   * What holds for one submission.
   *
   * @param assessors how many assessors must agree: 0 (a review is voluntary), 1 or 2
   * @param responseDays days of 24 hours from sharing a reviewed result until silence counts as
   *     confirmation; positive
   */
  record Rule(int assessors, int responseDays) {

    public static final int MOST_ASSESSORS = 2;

    public Rule {
      if (assessors < 0 || assessors > MOST_ASSESSORS || responseDays <= 0) {
        throw new IllegalArgumentException(
            assessors + " assessors and " + responseDays + " days are no rule");
      }
    }
  }

  Rule ruleFor(Submission submission);
}
