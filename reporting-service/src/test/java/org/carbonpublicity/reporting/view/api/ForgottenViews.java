package org.carbonpublicity.reporting.view.api;

import jakarta.enterprise.context.ApplicationScoped;

/** Drops the views kept in memory, which a test that starts editions anew must do. */
@ApplicationScoped
public class ForgottenViews {

  private final KeptViews views;

  ForgottenViews(KeptViews views) {
    this.views = views;
  }

  public void forget() {
    views.forget();
  }
}
