package org.carbonpublicity.reporting.sales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.carbonpublicity.reporting.sales.SalesFile.SalesRow;
import org.carbonpublicity.reporting.sales.file.RowFault;
import org.carbonpublicity.reporting.sales.persistence.EnterpriseRepository;
import org.carbonpublicity.reporting.sales.persistence.SaleRepository;
import org.carbonpublicity.reporting.sales.persistence.SalesImportRecord;
import org.jboss.logging.Logger;

/**
 * Takes a file of sales: rows become revisions, and the best sellers of the latest edition follow
 * in the same transaction. Imports exclude each other and the switch to another edition.
 */
@ApplicationScoped
public class SalesImport {

  private static final Logger LOG = Logger.getLogger(SalesImport.class);

  private final SaleRepository sales;
  private final EnterpriseRepository enterprises;
  private final SeriesDirectories directories;
  private final BestSellerTables tables;
  private final Clock clock;

  SalesImport(
      SaleRepository sales,
      EnterpriseRepository enterprises,
      SeriesDirectories directories,
      BestSellerTables tables,
      Clock clock) {
    this.sales = sales;
    this.enterprises = enterprises;
    this.directories = directories;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * How a file is taken.
   *
   * @param dryRun stores nothing, ever
   * @param acceptValidRows stores the valid rows of a file that has others
   */
  public record Options(boolean dryRun, boolean acceptValidRows) {}

  /** A row that is what it should be. */
  private record Matched(SalesRow row, SeriesKey key) {}

  /**
   * Takes a file. A dry run tells what would come of it.
   *
   * @throws RowsRefusedException when rows are wrong and nothing was stored
   */
  @Transactional
  public ImportOutcome run(SalesFile file, Options options, String actor) {
    int edition = options.dryRun() ? tables.latest() : tables.lockLatest();
    RowFaults faults = file.faults();
    List<Enterprise> known = enterprises.all();
    List<Matched> matched = match(file, known, faults);
    Set<String> months = new TreeSet<>();
    matched.forEach(row -> months.add(row.row().month()));
    FormerSales former = new FormerSales(sales.latest(months), known);
    List<Matched> accepted = withoutIdleWithdrawals(matched, former, faults);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Sale> revisions = new ArrayList<>();
    List<Sale> counting = new ArrayList<>();
    long added = 0;
    long withdrawn = 0;
    for (Matched row : accepted) {
      String month = row.row().month();
      Sale replaced = former.find(month, row.key());
      Sale sale =
          new Sale(
              month,
              replaced == null ? row.key() : replaced.key(),
              row.row().series(),
              row.row().unitsSold(),
              replaced == null ? 1 : replaced.revision() + 1,
              now,
              actor);
      if (sale.unitsSold() != null) {
        counting.add(sale);
      }
      if (replaced == null || !replaced.says(sale)) {
        revisions.add(sale);
        added += replaced == null ? 1 : 0;
        withdrawn += sale.unitsSold() == null ? 1 : 0;
      }
      for (Sale other : former.besides(month, row.key())) {
        revisions.add(other.withdrawn(now, actor));
        withdrawn++;
      }
    }
    Set<String> acceptedMonths = new TreeSet<>();
    accepted.forEach(row -> acceptedMonths.add(row.row().month()));
    boolean stores = !accepted.isEmpty() && (faults.total() == 0 || options.acceptValidRows());
    ImportOutcome outcome =
        new ImportOutcome(
            options.dryRun(),
            List.copyOf(acceptedMonths),
            file.rows().size(),
            stores ? accepted.size() : 0,
            faults.rows(),
            added,
            revisions.size() - added - withdrawn,
            withdrawn,
            unmatched(edition, counting),
            faults.total(),
            faults.listed());
    if (options.dryRun()) {
      return outcome;
    }
    if (!stores) {
      throw new RowsRefusedException(outcome);
    }
    if (!revisions.isEmpty()) {
      sales.store(
          new SalesImportRecord(
              actor, now, file.hash(), outcome.rowsRead(), accepted.size(), faults.rows()),
          revisions);
      tables.rewrite(edition);
      LOG.infof(
          "event=sales-imported months=%s rows=%d revisions=%d unmatched=%d",
          outcome.months(), accepted.size(), revisions.size(), outcome.unmatched().size());
    }
    return outcome;
  }

  private static List<Matched> match(SalesFile file, List<Enterprise> known, RowFaults faults) {
    EnterpriseNames names = new EnterpriseNames(known);
    Map<String, Map<SeriesKey, Long>> seen = new HashMap<>();
    List<Matched> matched = new ArrayList<>();
    faults.startPass();
    for (SalesRow row : file.rows()) {
      Set<String> codes = row.enterprise().isEmpty() ? Set.of() : names.find(row.enterprise());
      if (!row.enterprise().isEmpty() && codes.size() != 1) {
        faults.add(
            new RowFault(
                row.number(),
                SalesFile.ENTERPRISE,
                codes.isEmpty() ? "unknown-enterprise" : "ambiguous-enterprise",
                codes.isEmpty()
                    ? "no enterprise has this code, name or alias"
                    : "called so are " + String.join(", ", codes),
                row.enterprise()));
      }
      if (codes.size() == 1 && !row.month().isEmpty() && !row.series().isEmpty()) {
        SeriesKey key = SeriesKey.of(codes.iterator().next(), row.series());
        Long first =
            seen.computeIfAbsent(row.month(), month -> new HashMap<>())
                .putIfAbsent(key, row.number());
        if (first != null) {
          faults.add(
              new RowFault(
                  row.number(),
                  SalesFile.SERIES,
                  "duplicate-row",
                  "month, enterprise and series are those of row " + first,
                  row.series()));
        } else if (faults.isClean(row.number())) {
          matched.add(new Matched(row, key));
        }
      }
    }
    return matched;
  }

  private static List<Matched> withoutIdleWithdrawals(
      List<Matched> matched, FormerSales former, RowFaults faults) {
    List<Matched> accepted = new ArrayList<>();
    faults.startPass();
    for (Matched row : matched) {
      Sale replaced = former.find(row.row().month(), row.key());
      if (row.row().unitsSold() == null && (replaced == null || replaced.unitsSold() == null)) {
        faults.add(
            new RowFault(
                row.row().number(),
                SalesFile.UNITS_SOLD,
                "nothing-to-withdraw",
                "without units a row withdraws what was said before, and nothing was",
                ""));
      } else {
        accepted.add(row);
      }
    }
    return accepted;
  }

  private List<UnmatchedSeries> unmatched(int edition, List<Sale> counting) {
    SeriesDirectory directory = directories.of(edition, counting, directories.bands());
    List<UnmatchedSeries> unmatched = new ArrayList<>();
    for (Sale sale : counting) {
      SoldSeries found = directory.find(sale.key(), sale.series());
      if (!found.matched()) {
        unmatched.add(UnmatchedSeries.of(sale, found));
      }
    }
    return unmatched;
  }

  /** Series of a month that nothing tells of. */
  @Transactional
  public List<UnmatchedSeries> unmatched(String month) {
    return unmatched(tables.latest(), sales.counting(month));
  }
}
