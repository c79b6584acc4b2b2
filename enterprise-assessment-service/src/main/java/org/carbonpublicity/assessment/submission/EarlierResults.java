package org.carbonpublicity.assessment.submission;

import org.jspecify.annotations.Nullable;

/** What became of earlier submissions; a new one replaces it. */
public interface EarlierResults {

  /**
   * Takes the result of an enterprise under a guideline out of force, if there is one.
   *
   * @param window what is from another window stays
   * @throws ResultPublishedException when it is published, and not assessed again
   * @throws ResultStandsException when a decision on it is under way or binds
   */
  void supersede(String enterprise, String guideline, @Nullable String window);
}
