package org.carbonpublicity.disclosure.feedback;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.BatchConflictException;
import org.carbonpublicity.disclosure.batch.BatchState;
import org.carbonpublicity.disclosure.batch.Reviews;
import org.carbonpublicity.disclosure.batch.persistence.BatchRepository;
import org.carbonpublicity.disclosure.feedback.FeedbackForm.Remarks;
import org.carbonpublicity.disclosure.feedback.FeedbackForm.Result;
import org.carbonpublicity.disclosure.feedback.events.FeedbackApplied;
import org.carbonpublicity.disclosure.feedback.events.FeedbackEvents;
import org.carbonpublicity.disclosure.feedback.persistence.FeedbackRepository;
import org.carbonpublicity.disclosure.feedback.persistence.StagedAnswers;
import org.carbonpublicity.disclosure.form.InvalidFormException;
import org.carbonpublicity.disclosure.form.SpooledFile;
import org.carbonpublicity.disclosure.form.VehicleForm;
import org.carbonpublicity.disclosure.model.ImportOutcome;
import org.carbonpublicity.disclosure.model.ImportRefusedException;
import org.carbonpublicity.disclosure.model.Preliminary;
import org.carbonpublicity.disclosure.model.persistence.StagedModels;
import org.carbonpublicity.disclosure.model.persistence.StagedModels.Origin;
import org.carbonpublicity.disclosure.model.persistence.StagingRepository;
import org.carbonpublicity.disclosure.notification.Notifications;
import org.carbonpublicity.disclosure.outlier.Outliers;
import org.jspecify.annotations.Nullable;

/**
 * Takes the forms in which automakers answer for their models while a batch is in review: what they
 * correct is recalculated and gets a new revision, what they agree to stays as it is.
 */
@ApplicationScoped
public class FeedbackForms {

  private final BatchRepository batches;
  private final Reviews reviews;
  private final FeedbackRepository repository;
  private final Preliminary preliminary;
  private final StagingRepository staging;
  private final StagedAnswers answers;
  private final FeedbackEvents events;
  private final Outliers outliers;
  private final Audit audit;
  private final Notifications notifications;
  private final Clock clock;

  FeedbackForms(
      BatchRepository batches,
      Reviews reviews,
      FeedbackRepository repository,
      Preliminary preliminary,
      StagingRepository staging,
      StagedAnswers answers,
      FeedbackEvents events,
      Outliers outliers,
      Audit audit,
      Notifications notifications,
      Clock clock) {
    this.batches = batches;
    this.reviews = reviews;
    this.repository = repository;
    this.preliminary = preliminary;
    this.staging = staging;
    this.answers = answers;
    this.events = events;
    this.outliers = outliers;
    this.audit = audit;
    this.notifications = notifications;
    this.clock = clock;
  }

  /**
   * How a form is meant.
   *
   * @param mostFaults that are listed
   */
  public record Options(boolean dryRun, boolean acceptValidRows, int mostFaults) {}

  /**
   * A form as it was sent.
   *
   * @param enterprises codes that it may speak for
   */
  public record Sent(
      List<String> enterprises,
      SpooledFile file,
      VehicleForm.Format format,
      String mediaType,
      String actor) {}

  /**
   * Reads a form once and applies it, in the caller's transaction. Forms of one enterprise for one
   * batch wait for each other; the later one supersedes what the earlier one said of a model.
   *
   * @return empty when there is no such batch
   * @throws BatchConflictException when the batch is not in review, or the deadline has passed
   * @throws InvalidFormException when the file cannot be read as a form
   * @throws ImportRefusedException when rows are wrong and nothing was stored
   */
  @Transactional
  public Optional<FeedbackForm> apply(int number, Sent sent, Options options) {
    Batch batch = batches.hold(number).orElse(null);
    if (batch == null) {
      return Optional.empty();
    }
    if (batch.state() != BatchState.IN_REVIEW) {
      throw BatchConflictException.state(batch, "feedback");
    }
    reviews.refuseLate(batch, sent.enterprises());
    repository.awaitTurn(number, sent.enterprises());
    try (VehicleForm form =
        VehicleForm.answers(sent.file().open(), sent.format(), options.mostFaults())) {
      return Optional.of(stage(number, form, sent, options));
    }
  }

  private FeedbackForm stage(int batch, VehicleForm form, Sent sent, Options options) {
    Preliminary.Footprints footprints = preliminary.ofAnswers();
    StagedModels staged = staging.copy(() -> footprints.of(form));
    staged.findDuplicates();
    staged.findUnknownEnterprises();
    staged.findForeign(batch, sent.enterprises());
    answers.compare(batch, form.columns());
    long rejected = staged.report(form.faults());
    long accepted = form.rowsRead() - rejected;
    boolean stores = accepted > 0 && (rejected == 0 || options.acceptValidRows());
    if (!stores && !options.dryRun()) {
      throw new ImportRefusedException(
          new ImportOutcome(
              false, form.rowsRead(), 0, rejected, form.faults().total(), form.faults().listed()));
    }
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    Remarks remarks = Remarks.NONE;
    List<Result> results = List.of();
    if (stores) {
      remarks = answers.keepCorrections();
      staged.merge(
          new Origin(
              batch, footprints.factorSet(), footprints.methodology(), now, sent.actor(), id));
      results = repository.results(id);
    }
    FeedbackForm applied =
        new FeedbackForm(
            options.dryRun() ? null : id.toString(),
            batch,
            sent.enterprises(),
            options.dryRun(),
            form.rowsRead(),
            stores ? accepted : 0,
            rejected,
            remarks,
            form.faults().total(),
            form.faults().listed(),
            results,
            List.of(),
            now,
            sent.actor(),
            sent.mediaType(),
            sent.file().sha256(),
            form.templateVersion(),
            null,
            List.of());
    if (options.dryRun()) {
      QuarkusTransaction.setRollbackOnly();
      return applied;
    }
    repository.insert(applied);
    answers.store(batch, id, now);
    List<String> superseded = repository.supersede(batch, id, sent.enterprises());
    events.applied(
        new FeedbackApplied(
            batch,
            id.toString(),
            sent.enterprises(),
            accepted,
            remarks.corrected(),
            remarks.agreed(),
            superseded,
            now));
    outliers.requestScan(batch);
    if (remarks.corrected() > 0) {
      notifications.corrected(sent.enterprises(), id.toString(), batch, remarks.corrected());
    }
    audit.record(
        "feedback-applied",
        Batch.subject(batch),
        sent.file().sha256(),
        Map.of(
            "form",
            id.toString(),
            "enterprises",
            sent.enterprises(),
            "rowsAccepted",
            accepted,
            "rowsRejected",
            rejected));
    return repository.find(batch, id).orElseThrow();
  }

  /** A form with its results, when it is of that batch. */
  @Transactional
  public @Nullable FeedbackForm find(int batch, UUID id) {
    return repository.find(batch, id).orElse(null);
  }

  /**
   * Forms of a batch in the order of receipt, after the given one.
   *
   * @param enterprises those that a form may speak for; null for all
   * @param enterprise one that it must speak for; null for any
   */
  @Transactional
  public List<ReceivedForm.Placed> list(
      int batch,
      @Nullable List<String> enterprises,
      @Nullable String enterprise,
      long after,
      int limit) {
    return repository.list(batch, enterprises, enterprise, after, limit);
  }
}
