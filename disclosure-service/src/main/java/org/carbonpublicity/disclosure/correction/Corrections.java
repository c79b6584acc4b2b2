package org.carbonpublicity.disclosure.correction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.audit.HashedFile;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.CorrectionKind;
import org.carbonpublicity.disclosure.batch.PublicationAccepted;
import org.carbonpublicity.disclosure.correction.persistence.CorrectionRepository;
import org.carbonpublicity.disclosure.correction.persistence.StagedChanges;
import org.carbonpublicity.disclosure.form.FaultLog;
import org.carbonpublicity.disclosure.form.InvalidFormException;
import org.carbonpublicity.disclosure.form.OnSaleForm;
import org.carbonpublicity.disclosure.form.RowFault;
import org.carbonpublicity.disclosure.form.VehicleForm;
import org.carbonpublicity.disclosure.model.ImportOutcome;
import org.carbonpublicity.disclosure.model.ImportRefusedException;
import org.carbonpublicity.disclosure.model.Preliminary;
import org.carbonpublicity.disclosure.model.persistence.StagedModels;
import org.carbonpublicity.disclosure.model.persistence.StagedModels.Origin;
import org.carbonpublicity.disclosure.model.persistence.StagingRepository;
import org.jspecify.annotations.Nullable;

/**
 * Corrects what is published. Each correction is a batch: its models get new revisions, and it is
 * accepted for publication in the transaction that made them. It is checked as a whole, and stores
 * nothing when anything is wrong.
 */
@ApplicationScoped
public class Corrections {

  private final CorrectionRepository repository;
  private final StagingRepository staging;
  private final StagedChanges changes;
  private final Preliminary preliminary;
  private final Event<PublicationAccepted> accepted;
  private final Audit audit;
  private final Clock clock;

  Corrections(
      CorrectionRepository repository,
      StagingRepository staging,
      StagedChanges changes,
      Preliminary preliminary,
      Event<PublicationAccepted> accepted,
      Audit audit,
      Clock clock) {
    this.repository = repository;
    this.staging = staging;
    this.changes = changes;
    this.preliminary = preliminary;
    this.accepted = accepted;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who corrects, why, and whether it is only tried. */
  public record Order(String reason, boolean dryRun, String actor) {}

  /**
   * Corrects models by a file with the columns of an import; what has no imported footprint is
   * calculated anew.
   *
   * @throws InvalidFormException when the file cannot be read as a form
   * @throws ImportRefusedException when anything is wrong; nothing is stored
   */
  @Transactional
  public CorrectionOutcome correct(Order order, HashedFile file, VehicleForm.Format format) {
    return correct(order, file, format, List.of(), file::sha256);
  }

  /**
   * Corrects fields of models; what is not stated stays.
   *
   * @throws ImportRefusedException when anything is wrong; nothing is stored
   */
  @Transactional
  public CorrectionOutcome correct(Order order, CorrectedFields fields) {
    InputStream rows = new ByteArrayInputStream(fields.csv());
    return correct(order, rows, VehicleForm.Format.CSV, fields.faults(), () -> null);
  }

  private CorrectionOutcome correct(
      Order order,
      InputStream body,
      VehicleForm.Format format,
      List<RowFault> known,
      FileHash hash) {
    int batch = open(CorrectionKind.CORRECTION, order);
    try (VehicleForm form = VehicleForm.open(body, format, Set.of())) {
      form.faults().addFound(known, known.size());
      Preliminary.Footprints footprints = preliminary.footprints();
      StagedModels staged = staging.copy(() -> footprints.of(form));
      staged.findDuplicates();
      staged.findUnknownEnterprises();
      changes.findPublished(batch);
      changes.findUnchangedModels();
      staged.report(form.faults());
      Tally tally =
          new Tally(CorrectionKind.CORRECTION, batch, form.rowsRead(), form.faults(), hash);
      return finish(
          order,
          tally,
          () ->
              staged.merge(
                  new Origin(
                      batch,
                      footprints.factorSet(),
                      footprints.methodology(),
                      clock.instant(),
                      order.actor(),
                      null)));
    }
  }

  /**
   * Puts models on sale or off sale by a file.
   *
   * @throws InvalidFormException when the file cannot be read
   * @throws ImportRefusedException when anything is wrong; nothing is stored
   */
  @Transactional
  public CorrectionOutcome changeOnSale(Order order, HashedFile file, VehicleForm.Format format) {
    try (OnSaleForm form = OnSaleForm.open(file, format)) {
      return apply(CorrectionKind.ON_SALE, order, () -> next(form), form.faults(), file::sha256);
    }
  }

  private static @Nullable ModelChange next(OnSaleForm form) {
    OnSaleForm.Row row = form.next();
    return row == null ? null : ModelChange.onSale(row.number(), row.modelCode(), row.onSale());
  }

  /**
   * Applies changes that leave footprints as they are.
   *
   * @throws ImportRefusedException when anything is wrong; nothing is stored
   */
  @Transactional
  public CorrectionOutcome change(CorrectionKind kind, Order order, List<ModelChange> wanted) {
    Iterator<ModelChange> rows = wanted.iterator();
    return apply(
        kind, order, () -> rows.hasNext() ? rows.next() : null, new FaultLog(), () -> null);
  }

  private CorrectionOutcome apply(
      CorrectionKind kind,
      Order order,
      StagedChanges.Source source,
      FaultLog faults,
      FileHash hash) {
    int batch = open(kind, order);
    long rows = changes.stage(source);
    changes.findDuplicates();
    changes.findPublished(batch);
    changes.findUnchanged();
    changes.findUnmergeable();
    changes.report(faults);
    return finish(
        order,
        new Tally(kind, batch, rows, faults, hash),
        () -> changes.revise(batch, clock.instant(), order.actor()));
  }

  private record Tally(CorrectionKind kind, int batch, long rows, FaultLog faults, FileHash hash) {}

  /** SHA-256 of the file that a correction came from; null where there was none. */
  @FunctionalInterface
  private interface FileHash {
    @Nullable String sha256();
  }

  private int open(CorrectionKind kind, Order order) {
    return repository.open(kind, order.reason(), null, clock.instant(), order.actor());
  }

  private CorrectionOutcome finish(Order order, Tally tally, Runnable merge) {
    long faults = tally.faults().total();
    List<RowFault> listed = tally.faults().listed();
    if (order.dryRun()) {
      QuarkusTransaction.setRollbackOnly();
      return new CorrectionOutcome(
          tally.kind(), order.reason(), true, null, null, tally.rows(), faults, listed);
    }
    if (faults > 0 || tally.rows() == 0) {
      throw new ImportRefusedException(
          new ImportOutcome(false, tally.rows(), 0, tally.rows(), faults, listed));
    }
    merge.run();
    Instant now = clock.instant();
    int publication = repository.accept(tally.batch(), tally.rows(), now, order.actor());
    audit.record(
        "correction-accepted",
        Batch.subject(tally.batch()),
        tally.hash().sha256(),
        Map.of("kind", tally.kind(), "reason", order.reason(), "models", tally.rows()));
    accepted.fire(new PublicationAccepted(tally.batch()));
    return new CorrectionOutcome(
        tally.kind(),
        order.reason(),
        false,
        tally.batch(),
        publication,
        tally.rows(),
        0,
        List.of());
  }
}
