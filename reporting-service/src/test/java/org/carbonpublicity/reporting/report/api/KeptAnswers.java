package org.carbonpublicity.reporting.report.api;

import jakarta.enterprise.context.ApplicationScoped;

/** Drops the answers kept in memory, which a test that starts editions anew must do. */
@ApplicationScoped
public class KeptAnswers {

  private final Representations representations;

  KeptAnswers(Representations representations) {
    this.representations = representations;
  }

  public void forget() {
    representations.forget();
  }
}
