package org.carbonpublicity.disclosure.registration;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.audit.HashedFile;
import org.carbonpublicity.disclosure.enterprise.Enterprises;
import org.carbonpublicity.disclosure.enterprise.Enterprises.Draft;
import org.carbonpublicity.disclosure.form.FaultLog;
import org.carbonpublicity.disclosure.form.InvalidFormException;
import org.carbonpublicity.disclosure.form.RowFault;
import org.carbonpublicity.disclosure.form.TableFile;
import org.carbonpublicity.disclosure.form.TableFile.TableRow;
import org.carbonpublicity.disclosure.form.VehicleForm.Format;
import org.carbonpublicity.disclosure.model.ImportOutcome;
import org.carbonpublicity.disclosure.model.ImportRefusedException;

/** Registers the enterprises of a file: all of them, or those whose rows are right. */
@ApplicationScoped
public class Registration {

  /** More are rather a wrong file: some hundred enterprises build passenger cars. */
  private static final int MOST_ROWS = 10_000;

  private final Enterprises enterprises;
  private final Audit audit;

  Registration(Enterprises enterprises, Audit audit) {
    this.enterprises = enterprises;
    this.audit = audit;
  }

  /**
   * Checks every row and registers what is right, in the caller's transaction.
   *
   * @throws InvalidFormException when the file cannot be read
   * @throws ImportRefusedException when rows are wrong and nothing was stored
   */
  @Transactional
  public ImportOutcome run(
      HashedFile file, Format format, boolean dryRun, boolean acceptValidRows, String actor) {
    RegistrationRows checks = new RegistrationRows(enterprises::named);
    List<Draft> right = new ArrayList<>();
    long read = 0;
    try (TableFile table = TableFile.open(file, format, RegistrationRows.COLUMNS)) {
      for (TableRow row = table.next(); row != null; row = table.next()) {
        if (++read > MOST_ROWS) {
          throw new InvalidFormException(
              InvalidFormException.Kind.TOO_LARGE,
              "too-many-enterprises",
              "the file has more than " + MOST_ROWS + " rows");
        }
        Draft draft = checks.check(row);
        if (draft != null) {
          right.add(draft);
        }
      }
    }
    List<RowFault> faults = checks.faults();
    long rejected = read - right.size();
    boolean stores = !right.isEmpty() && (rejected == 0 || acceptValidRows);
    ImportOutcome outcome =
        new ImportOutcome(
            dryRun,
            read,
            stores ? right.size() : 0,
            rejected,
            faults.size(),
            faults.stream().limit(FaultLog.LISTED).toList());
    if (dryRun) {
      QuarkusTransaction.setRollbackOnly();
      return outcome;
    }
    if (!stores) {
      throw new ImportRefusedException(outcome);
    }
    right.forEach(draft -> enterprises.register(draft, actor));
    audit.record(
        "enterprises-registered",
        "enterprises",
        file.sha256(),
        Map.of("rowsRead", read, "rowsAccepted", right.size(), "rowsRejected", rejected));
    return outcome;
  }
}
