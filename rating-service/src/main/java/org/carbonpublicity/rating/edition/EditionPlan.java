package org.carbonpublicity.rating.edition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.rating.publication.Publication;
import org.carbonpublicity.rating.scheme.ActiveScheme;
import org.jspecify.annotations.Nullable;

/**
 * The next edition to make.
 *
 * @param previous the edition whose models are carried over; null for the first
 * @param firstPublication first publication that is new in it; greater than {@code publication}
 *     when none is
 * @param publication last publication in it
 */
public record EditionPlan(
    int number,
    @Nullable Integer previous,
    ActiveScheme scheme,
    int firstPublication,
    int publication,
    @Nullable LocalDate cutOff,
    EditionTrigger trigger) {

  /** Publications that are new in this edition. */
  public int newPublications() {
    return Math.max(0, publication - firstPublication + 1);
  }

  /**
   * What is due, if anything. All complete publications go into one edition, up to the first that
   * is incomplete or not yet known: an edition never contains a publication without those before.
   *
   * @param last the last edition, which must be completed
   * @param active the scheme in force; nothing is due without one
   * @param later publications after the last edition's, ascending
   */
  static Optional<EditionPlan> due(
      @Nullable Edition last, @Nullable ActiveScheme active, List<Publication> later) {
    if (active == null) {
      return Optional.empty();
    }
    int included = last == null ? 0 : last.publication();
    int reached = included;
    LocalDate cutOff = last == null ? null : last.cutOff();
    for (Publication publication : later) {
      if (publication.number() != reached + 1 || !publication.isComplete()) {
        break;
      }
      reached = publication.number();
      cutOff = publication.cutOff() == null ? cutOff : publication.cutOff();
    }
    boolean published = reached > included;
    boolean otherScheme = last != null && last.activation() != active.activation();
    if (!published && !otherScheme) {
      return Optional.empty();
    }
    return Optional.of(
        new EditionPlan(
            last == null ? 1 : last.number() + 1,
            last == null ? null : last.number(),
            active,
            included + 1,
            reached,
            cutOff,
            published ? EditionTrigger.PUBLICATION : EditionTrigger.SCHEME_ACTIVATION));
  }
}
