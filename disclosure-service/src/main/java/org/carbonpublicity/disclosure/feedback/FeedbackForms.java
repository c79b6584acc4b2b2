package org.carbonpublicity.disclosure.feedback;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.disclosure.audit.Audit;
import org.carbonpublicity.disclosure.audit.HashedFile;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.BatchConflictException;
import org.carbonpublicity.disclosure.batch.BatchState;
import org.carbonpublicity.disclosure.batch.persistence.BatchRepository;
import org.carbonpublicity.disclosure.feedback.FeedbackForm.Result;
import org.carbonpublicity.disclosure.feedback.events.FeedbackApplied;
import org.carbonpublicity.disclosure.feedback.persistence.FeedbackRepository;
import org.carbonpublicity.disclosure.form.Column;
import org.carbonpublicity.disclosure.form.VehicleForm;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.model.ImportOutcome;
import org.carbonpublicity.disclosure.model.ImportRefusedException;
import org.carbonpublicity.disclosure.model.Preliminary;
import org.carbonpublicity.disclosure.model.persistence.StagedModels;
import org.carbonpublicity.disclosure.model.persistence.StagedModels.Origin;
import org.carbonpublicity.disclosure.notification.Notifications;
import org.carbonpublicity.disclosure.outlier.Outliers;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Takes the forms in which automakers correct the information of their models while a batch is in
 * review: each corrected model is recalculated and gets a new revision.
 */
@ApplicationScoped
public class FeedbackForms {

  private final BatchRepository batches;
  private final FeedbackRepository repository;
  private final Preliminary preliminary;
  private final Database database;
  private final Outbox outbox;
  private final Audit audit;
  private final Notifications notifications;
  private final Outliers outliers;
  private final Clock clock;

  FeedbackForms(
      BatchRepository batches,
      FeedbackRepository repository,
      Preliminary preliminary,
      Database database,
      Outbox outbox,
      Audit audit,
      Notifications notifications,
      Outliers outliers,
      Clock clock) {
    this.batches = batches;
    this.repository = repository;
    this.preliminary = preliminary;
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
    this.notifications = notifications;
    this.outliers = outliers;
    this.clock = clock;
  }

  /** How a form is meant. */
  public record Options(boolean dryRun, boolean acceptValidRows) {}

  /**
   * Reads a form once and applies it, in the caller's transaction. Forms of one enterprise for one
   * batch wait for each other; the later one supersedes what the earlier one said of a model.
   *
   * @param enterprises codes that the form may speak for
   * @return empty when there is no such batch
   * @throws BatchConflictException when the batch is not in review
   * @throws ImportRefusedException when rows are wrong and nothing was stored
   */
  @Transactional
  public Optional<FeedbackForm> apply(
      int number,
      List<String> enterprises,
      InputStream body,
      VehicleForm.Format format,
      Options options,
      String actor) {
    Batch batch = batches.hold(number).orElse(null);
    if (batch == null) {
      return Optional.empty();
    }
    if (batch.state() != BatchState.IN_REVIEW) {
      throw BatchConflictException.state(batch, "feedback");
    }
    repository.awaitTurn(number, enterprises);
    HashedFile file = new HashedFile(body);
    try (VehicleForm form = VehicleForm.open(file, format, EnumSet.of(Column.FOOTPRINT_G_PER_KM))) {
      FeedbackForm applied =
          database.with(connection -> stage(connection, number, enterprises, form, options, actor));
      if (!applied.dryRun()) {
        audit.record(
            "feedback-applied",
            "batch/" + number,
            file.sha256(),
            Map.of(
                "form", Objects.requireNonNull(applied.id()),
                "enterprises", enterprises,
                "rowsAccepted", applied.rowsAccepted(),
                "rowsRejected", applied.rowsRejected()));
        outliers.requestScan(number);
        notifications.recalculated(
            enterprises, "form/" + applied.id(), number, applied.rowsAccepted());
      }
      return Optional.of(applied);
    }
  }

  private FeedbackForm stage(
      Connection connection,
      int batch,
      List<String> enterprises,
      VehicleForm form,
      Options options,
      String actor)
      throws SQLException {
    Preliminary.Footprints footprints = preliminary.footprints();
    StagedModels staged = StagedModels.copy(connection, () -> footprints.of(form));
    staged.findDuplicates();
    staged.findUnknownEnterprises();
    staged.findForeign(batch, enterprises);
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
    List<Result> results = List.of();
    if (stores) {
      staged.merge(
          new Origin(batch, footprints.factorSet(), footprints.methodology(), now, actor, id));
      results = repository.results(id);
    }
    FeedbackForm applied =
        new FeedbackForm(
            options.dryRun() ? null : id.toString(),
            batch,
            enterprises,
            options.dryRun(),
            form.rowsRead(),
            stores ? accepted : 0,
            rejected,
            form.faults().total(),
            form.faults().listed(),
            results,
            now);
    if (options.dryRun()) {
      QuarkusTransaction.setRollbackOnly();
      return applied;
    }
    repository.insert(applied, actor);
    outbox.append(
        Topics.BATCHES,
        FeedbackApplied.TYPE,
        String.valueOf(batch),
        new FeedbackApplied(batch, id.toString(), enterprises, accepted, now));
    return applied;
  }

  /** A form with its results, when it is of that batch. */
  @Transactional
  public @Nullable FeedbackForm find(int batch, UUID id) {
    return repository.find(batch, id).orElse(null);
  }
}
