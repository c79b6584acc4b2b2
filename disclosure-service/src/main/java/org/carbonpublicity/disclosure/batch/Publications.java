package org.carbonpublicity.disclosure.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.batch.persistence.BatchRepository;
import org.jspecify.annotations.Nullable;

/** Takes batches from the end of their review, over their recalculation, to their publication. */
@ApplicationScoped
public class Publications {

  private final BatchRepository repository;
  private final Reviews reviews;
  private final BasisInForce inForce;
  private final Event<PublicationAccepted> accepted;
  private final Event<RecalculationWanted> recalculation;
  private final Audit audit;
  private final Clock clock;

  Publications(
      BatchRepository repository,
      Reviews reviews,
      BasisInForce inForce,
      Event<PublicationAccepted> accepted,
      Event<RecalculationWanted> recalculation,
      Audit audit,
      Clock clock) {
    this.repository = repository;
    this.reviews = reviews;
    this.inForce = inForce;
    this.accepted = accepted;
    this.recalculation = recalculation;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Closes the review of a batch; what rests on other factors than the ones in force is calculated
   * anew, usually nothing.
   *
   * @param waivedReason why answers are not waited for; null to wait
   * @throws BatchConflictException when its state does not allow it, or answers are waited for
   */
  @Transactional
  public Optional<Batch> recalculate(
      int number, @Nullable String waivedReason, String actor, Consumer<Batch> precondition) {
    return repository
        .lock(number)
        .map(
            batch -> {
              precondition.accept(batch);
              Batches.refuseUnless(batch, "recalculation");
              reviews.close(batch, "recalculation", waivedReason, actor);
              repository.recalculate(number, null, false, clock.instant(), actor);
              if (isStale(number)) {
                recalculation.fire(new RecalculationWanted(number));
              } else {
                finish(number);
              }
              return repository.find(number).orElseThrow();
            });
  }

  /**
   * Accepts a batch for publication and gives it the next publication number; closes its review
   * when that is open, and has it recalculated first when it needs to be.
   *
   * @param waivedReason why a draft is published without review, or a review closed before its
   *     deadline; null otherwise
   * @throws BatchConflictException when its state does not allow it, it is empty, or answers are
   *     waited for
   */
  @Transactional
  public Optional<Batch> publish(
      int number, @Nullable String waivedReason, String actor, Consumer<Batch> precondition) {
    return repository
        .lock(number)
        .map(
            batch -> {
              precondition.accept(batch);
              boolean draft = batch.state() == BatchState.DRAFT;
              if (!batch.state().allows("publication") || (draft && waivedReason == null)) {
                throw BatchConflictException.state(batch, "publication");
              }
              Batches.refuseEmpty(batch);
              if (batch.state() == BatchState.IN_REVIEW) {
                reviews.close(batch, "publication", waivedReason, actor);
              }
              String waived = draft ? waivedReason : null;
              if (batch.state() == BatchState.RECALCULATING && batch.recalculatedAt() == null) {
                repository.wantPublication(number, actor);
                audit.record("publication-wanted", batch.subject(), Map.of());
              } else if (isStale(number)) {
                repository.recalculate(number, waived, true, clock.instant(), actor);
                recalculation.fire(new RecalculationWanted(number));
              } else {
                accept(number, waived, actor);
              }
              return repository.find(number).orElseThrow();
            });
  }

  /**
   * Ends the recalculation of a batch that this transaction holds, and publishes it if that is
   * wanted; starts it anew when another factor set came into force meanwhile.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void recalculated(Batch batch, String acceptedBy) {
    if (isStale(batch.number())) {
      repository.recalculate(
          batch.number(), null, batch.publicationWanted(), clock.instant(), acceptedBy);
      return;
    }
    finish(batch.number());
    if (batch.publicationWanted()) {
      accept(batch.number(), null, acceptedBy);
    }
  }

  private void finish(int number) {
    repository.finishRecalculation(number, clock.instant());
    audit.record("batch-recalculated", Batch.subject(number), Map.of());
  }

  private void accept(int number, @Nullable String waivedReason, String actor) {
    repository.accept(number, waivedReason, clock.instant(), actor);
    audit.record(
        "publication-accepted",
        Batch.subject(number),
        Map.of("reviewWaivedReason", Optional.ofNullable(waivedReason)));
    accepted.fire(new PublicationAccepted(number));
  }

  private boolean isStale(int number) {
    BasisInForce.Basis basis = inForce.basis();
    return repository.isStale(number, basis.factorSet(), basis.methodology());
  }
}
