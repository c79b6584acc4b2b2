package org.carbonpublicity.rating.label;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.EditionFollower;
import org.carbonpublicity.rating.label.events.LabelAnnouncements;
import org.carbonpublicity.rating.label.persistence.LabelRepository;
import org.carbonpublicity.rating.toprunner.TopRunners;

/** Suspends the certificates that an edition does not bear out any more, as part of the edition. */
@ApplicationScoped
class LabelSuspension implements EditionFollower {

  private final LabelRepository labels;
  private final TopRunners topRunners;
  private final LabelAnnouncements announcements;
  private final Clock clock;

  LabelSuspension(
      LabelRepository labels,
      TopRunners topRunners,
      LabelAnnouncements announcements,
      Clock clock) {
    this.labels = labels;
    this.topRunners = topRunners;
    this.announcements = announcements;
    this.clock = clock;
  }

  @Override
  public void completed(Edition edition) {
    // Waits for certificates that are being issued from the edition before, and holds up the next.
    labels.lockOutIssues();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    for (LabelState state : List.of(LabelState.VALID, LabelState.SUSPENDED)) {
      announcements.changed(labels.expire(state, edition.number(), now), state);
    }
    if (!labels.isAnyValid()) {
      return;
    }
    if (labels.isAnyTopRunnerValid()) {
      topRunners.ensure(edition.number());
    }
    announcements.changed(labels.suspendGroundless(edition.number(), now), LabelState.VALID);
  }
}
