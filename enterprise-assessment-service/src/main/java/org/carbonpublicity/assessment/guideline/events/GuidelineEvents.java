package org.carbonpublicity.assessment.guideline.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.scoring.StarRule;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.Topics;

/** Tells of guidelines. */
@ApplicationScoped
public class GuidelineEvents {

  private static final String ACTIVATED = "guideline-activated.v1";

  private final Outbox outbox;

  GuidelineEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  record GuidelineActivated(
      String guideline,
      String title,
      String titleZh,
      int mandatoryItems,
      int items,
      List<StarRule> starRules) {}

  public void activated(Guideline guideline) {
    outbox.append(
        Topics.GUIDELINES,
        ACTIVATED,
        guideline.id(),
        new GuidelineActivated(
            guideline.id(),
            guideline.title(),
            guideline.titleZh(),
            guideline.mandatoryItems(),
            guideline.scoredItems().size(),
            guideline.starRules()));
  }
}
