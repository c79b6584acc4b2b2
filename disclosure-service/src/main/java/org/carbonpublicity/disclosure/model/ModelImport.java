package org.carbonpublicity.disclosure.model;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.audit.HashedFile;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.BatchConflictException;
import org.carbonpublicity.disclosure.batch.BatchState;
import org.carbonpublicity.disclosure.batch.persistence.BatchRepository;
import org.carbonpublicity.disclosure.enterprise.Enterprises;
import org.carbonpublicity.disclosure.form.Column;
import org.carbonpublicity.disclosure.form.InvalidFormException;
import org.carbonpublicity.disclosure.form.RereadFile;
import org.carbonpublicity.disclosure.form.VehicleForm;
import org.carbonpublicity.disclosure.model.persistence.StagedModels;
import org.carbonpublicity.disclosure.model.persistence.StagedModels.Origin;
import org.carbonpublicity.disclosure.model.persistence.StagedModels.UnknownEnterprise;
import org.carbonpublicity.disclosure.model.persistence.StagingRepository;
import org.carbonpublicity.disclosure.outlier.Outliers;
import org.jspecify.annotations.Nullable;

/** Imports a file of vehicle models into a draft batch: all of it, or what is right of it. */
@ApplicationScoped
public class ModelImport {

  /** More new enterprises than these are rather a wrong column than new. */
  private static final int MOST_UNKNOWN = 10_000;

  private final BatchRepository batches;
  private final Enterprises enterprises;
  private final Preliminary preliminary;
  private final StagingRepository staging;
  private final Outliers outliers;
  private final Audit audit;
  private final FaultlessImport faultless;
  private final Clock clock;

  ModelImport(
      BatchRepository batches,
      Enterprises enterprises,
      Preliminary preliminary,
      StagingRepository staging,
      Outliers outliers,
      Audit audit,
      FaultlessImport faultless,
      Clock clock) {
    this.batches = batches;
    this.enterprises = enterprises;
    this.preliminary = preliminary;
    this.staging = staging;
    this.outliers = outliers;
    this.audit = audit;
    this.faultless = faultless;
    this.clock = clock;
  }

  /** How an import is meant. */
  public record Options(boolean dryRun, boolean acceptValidRows, boolean registerUnknown) {}

  /**
   * Reads a file once and stores its rows, in the caller's transaction.
   *
   * @return null when there is no such batch
   * @throws BatchConflictException when it is no draft, or being changed
   * @throws InvalidFormException when the file cannot be read as a form
   * @throws ImportRefusedException when rows are wrong and nothing was stored
   */
  @Transactional
  public @Nullable ImportOutcome run(
      int number, HashedFile file, VehicleForm.Format format, Options options, String actor) {
    Batch batch = batches.lock(number).orElse(null);
    if (batch == null) {
      return null;
    }
    if (batch.state() != BatchState.DRAFT) {
      throw BatchConflictException.state(batch, "import");
    }
    ImportOutcome outcome = read(number, file, format, options, actor);
    if (!options.dryRun()) {
      outliers.requestScan(number);
      audit.record(
          "models-imported",
          batch.subject(),
          file.sha256(),
          Map.of(
              "rowsRead", outcome.rowsRead(),
              "rowsAccepted", outcome.rowsAccepted(),
              "rowsRejected", outcome.rowsRejected()));
    }
    return outcome;
  }

  private ImportOutcome read(
      int batch, InputStream body, VehicleForm.Format format, Options options, String actor) {
    Preliminary.Footprints footprints = preliminary.footprints();
    Origin origin =
        new Origin(
            batch, footprints.factorSet(), footprints.methodology(), clock.instant(), actor, null);
    if (options.dryRun()) {
      try (VehicleForm form = VehicleForm.open(body, format, EnumSet.noneOf(Column.class))) {
        return stage(form, footprints, origin, options);
      }
    }
    try (RereadFile file = new RereadFile(body)) {
      try (VehicleForm form =
          VehicleForm.open(file.first(), format, EnumSet.noneOf(Column.class))) {
        OptionalLong stored = faultless.run(form, footprints, origin, options.registerUnknown());
        if (stored.isPresent()) {
          long rows = stored.getAsLong();
          batches.addModels(batch, rows);
          return new ImportOutcome(false, rows, rows, 0, 0, List.of());
        }
      }
      try (VehicleForm form =
          VehicleForm.open(file.again(), format, EnumSet.noneOf(Column.class))) {
        return stage(form, footprints, origin, options);
      }
    }
  }

  private ImportOutcome stage(
      VehicleForm form, Preliminary.Footprints footprints, Origin origin, Options options) {
    StagedModels staged =
        staging.copy(
            () -> options.dryRun() ? withoutTerms(footprints.of(form)) : footprints.of(form));
    staged.findDuplicates();
    staged.findKnown(origin.batch());
    if (!options.registerUnknown()) {
      staged.findUnknownEnterprises();
    }
    long rejected = staged.report(form.faults());
    long accepted = form.rowsRead() - rejected;
    boolean stores = accepted > 0 && (rejected == 0 || options.acceptValidRows());
    ImportOutcome outcome =
        new ImportOutcome(
            options.dryRun(),
            form.rowsRead(),
            stores ? accepted : 0,
            rejected,
            form.faults().total(),
            form.faults().listed());
    if (options.dryRun()) {
      QuarkusTransaction.setRollbackOnly();
      return outcome;
    }
    if (!stores) {
      throw new ImportRefusedException(outcome);
    }
    if (options.registerUnknown()) {
      register(staged.unknownEnterprises(MOST_UNKNOWN + 1), origin.actor());
    }
    staged.merge(origin);
    batches.addModels(origin.batch(), accepted);
    return outcome;
  }

  /** A dry run needs to know that a footprint can be calculated, and nothing of how. */
  private static @Nullable StagedRow withoutTerms(@Nullable StagedRow row) {
    return row == null ? null : new StagedRow(row.row(), row.footprintGramsPerKm(), null);
  }

  private void register(List<UnknownEnterprise> unknown, String actor) {
    if (unknown.size() > MOST_UNKNOWN) {
      throw new InvalidFormException(
          InvalidFormException.Kind.UNREADABLE,
          "too-many-enterprises",
          "the file names more than " + MOST_UNKNOWN + " unknown enterprises");
    }
    for (UnknownEnterprise enterprise : unknown) {
      enterprises.register(
          new Enterprises.Draft(null, enterprise.spelling(), enterprise.group(), List.of()), actor);
    }
  }
}
