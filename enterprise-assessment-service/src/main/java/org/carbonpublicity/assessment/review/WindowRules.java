package org.carbonpublicity.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import org.carbonpublicity.assessment.submission.Submission;
import org.carbonpublicity.assessment.window.persistence.WindowRepository;

/** What is submitted in a window is reviewed as the window says; elsewhere nobody has to review. */
@ApplicationScoped
public class WindowRules implements ReviewRules {

  private static final Rule WITHOUT_WINDOW = new Rule(0, 30);

  private final WindowRepository windows;

  WindowRules(WindowRepository windows) {
    this.windows = windows;
  }

  @Override
  public Rule ruleFor(Submission submission) {
    String id = submission.window();
    return id == null
        ? WITHOUT_WINDOW
        : windows
            .find(id)
            .map(window -> new Rule(window.assessors(), window.responseDays()))
            .orElseThrow();
  }
}
