package org.carbonpublicity.rating.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.carbonpublicity.rating.edition.events.RatingEmission;
import org.carbonpublicity.rating.edition.persistence.EditionComputation;
import org.carbonpublicity.rating.edition.persistence.EditionComputation.Duplicates;
import org.carbonpublicity.rating.edition.persistence.EditionRepository;
import org.carbonpublicity.rating.publication.persistence.PublicationRepository;
import org.carbonpublicity.rating.scheme.persistence.RatingSchemeRepository;

/**
 * Makes editions, one transaction at a time. What to do next stands in the database alone, so that
 * any instance can go on where another one was killed.
 */
@ApplicationScoped
public class EditionSteps {

  private final EditionRepository editions;
  private final EditionComputation computation;
  private final RatingEmission emission;
  private final RatingSchemeRepository schemes;
  private final PublicationRepository publications;
  private final Instance<EditionFollower> followers;

  EditionSteps(
      EditionRepository editions,
      EditionComputation computation,
      RatingEmission emission,
      RatingSchemeRepository schemes,
      PublicationRepository publications,
      Instance<EditionFollower> followers) {
    this.editions = editions;
    this.computation = computation;
    this.emission = emission;
    this.schemes = schemes;
    this.publications = publications;
    this.followers = followers;
  }

  /** What a call has done. */
  public enum Step {
    /** Nothing is due, or another instance is at it. */
    NOTHING,
    /** An edition has been computed; nobody sees it yet. */
    COMPUTED,
    /** Events of a part of its ratings have been written. */
    EMITTED,
    /** The last events have been written and readers have switched to it. */
    COMPLETED
  }

  /** Takes the next step, whichever it is, in one transaction. */
  @Transactional
  public Step next(Duplicates duplicates) {
    if (!editions.tryLock()) {
      return Step.NOTHING;
    }
    Edition last = editions.last().orElse(null);
    if (last != null && last.state() != EditionState.COMPLETED) {
      return emit(last);
    }
    Optional<EditionPlan> due =
        EditionPlan.due(
            last,
            schemes.active().orElse(null),
            publications.after(last == null ? 0 : last.publication()));
    if (due.isEmpty()) {
      return Step.NOTHING;
    }
    computation.compute(due.get(), duplicates);
    return Step.COMPUTED;
  }

  private Step emit(Edition edition) {
    if (!emission.emitNext(edition)) {
      return Step.EMITTED;
    }
    schemes.rated(edition.activation(), edition.number());
    followers.forEach(follower -> follower.completed(edition));
    return Step.COMPLETED;
  }
}
