package org.carbonpublicity.rating.scheme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.rating.scheme.SchemeConflictException.Cause;
import org.carbonpublicity.rating.scheme.persistence.RatingSchemeRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Writing schemes down and putting them in force. */
@ApplicationScoped
public class Schemes {

  private final RatingSchemeRepository schemes;
  private final Event<SchemeActivated> activated;
  private final Clock clock;
  private final ZoneId zone;

  Schemes(
      RatingSchemeRepository schemes,
      Event<SchemeActivated> activated,
      Clock clock,
      @ConfigProperty(name = "rating.zone") ZoneId zone) {
    this.schemes = schemes;
    this.activated = activated;
    this.clock = clock;
    this.zone = zone;
  }

  /** A scheme and whether this call changed anything. */
  public record Outcome(KeptScheme scheme, boolean changed) {}

  /** The day it is where the platform is at home. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  @Transactional
  public Optional<KeptScheme> find(String id) {
    return schemes.findKept(id);
  }

  /** Schemes by id, after the given one. */
  @Transactional
  public List<KeptScheme> list(@Nullable String afterId, int limit) {
    return schemes.listKept(afterId, limit);
  }

  /**
   * Creates or replaces a scheme. Writing what is there already changes nothing, even when the
   * scheme is in use.
   *
   * @throws SchemeConflictException when the precondition does not hold, or the scheme is or was in
   *     force
   */
  @Transactional
  public Outcome put(RatingScheme scheme, SchemePrecondition precondition, String actor) {
    KeptScheme present = schemes.findForUpdate(scheme.id()).orElse(null);
    if (!precondition.holds(present)) {
      throw new SchemeConflictException(
          Cause.PRECONDITION_FAILED, "the scheme is not as the request expects it");
    }
    if (present == null) {
      return new Outcome(schemes.create(scheme, actor, clock.instant()), true);
    }
    if (schemes.same(present.scheme(), scheme)) {
      return new Outcome(present, false);
    }
    if (present.state() != SchemeState.DRAFT) {
      throw new SchemeConflictException(
          Cause.USED,
          "scheme %s is %s: editions refer to it, it does not change any more"
              .formatted(scheme.id(), present.state()));
    }
    return new Outcome(schemes.replace(scheme, actor, clock.instant()), true);
  }

  /**
   * Puts a scheme in force, a former one too; the next edition starts once this is committed.
   * Activating the one in force changes nothing.
   *
   * @throws SchemeConflictException when it is not valid today
   */
  @Transactional
  public Optional<Outcome> activate(String id, String actor) {
    schemes.lockActivations();
    KeptScheme present = schemes.findForUpdate(id).orElse(null);
    if (present == null) {
      return Optional.empty();
    }
    if (present.state() == SchemeState.ACTIVE) {
      return Optional.of(new Outcome(present, false));
    }
    Validity validity = present.scheme().validity();
    LocalDate today = today();
    if (!validity.includes(today)) {
      throw new SchemeConflictException(
          Cause.NOT_VALID,
          validity.isOver(today)
              ? "the scheme was valid until " + validity.to()
              : "the scheme is valid from " + validity.from() + " on");
    }
    schemes.activate(id, actor, clock.instant());
    activated.fire(new SchemeActivated(id));
    return schemes.findKept(id).map(scheme -> new Outcome(scheme, true));
  }
}
