package org.carbonpublicity.reporting.sales;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.carbonpublicity.reporting.report.Forms;
import org.carbonpublicity.reporting.report.persistence.DocumentRepository;
import org.carbonpublicity.reporting.report.persistence.PublishedStateRepository;
import org.carbonpublicity.reporting.sales.persistence.SaleRepository;

/** Keeps tables 5 to 11 of the latest edition as sales, aliases and registrations have them. */
@ApplicationScoped
public class BestSellerTables {

  private final SaleRepository sales;
  private final SeriesDirectories directories;
  private final DocumentRepository documents;
  private final PublishedStateRepository state;

  BestSellerTables(
      SaleRepository sales,
      SeriesDirectories directories,
      DocumentRepository documents,
      PublishedStateRepository state) {
    this.sales = sales;
    this.directories = directories;
    this.documents = documents;
    this.state = state;
  }

  /**
   * Writes the tables of all months into an edition, in the transaction of the caller, who holds
   * the lock of the published state.
   */
  public void write(int edition) throws SQLException {
    if (!sales.any()) {
      return;
    }
    List<Sale> counting = sales.counting();
    PriceBands bands = directories.bands();
    SeriesDirectory directory = directories.of(edition, counting, bands);
    documents.replace(
        edition, Forms.bestSellers(), BestSellers.documents(counting, directory, bands));
  }

  /** The same for the latest edition, which readers learn of with the caller's commit. */
  public void rewrite(int latest) {
    try {
      if (sales.any()) {
        write(latest);
        state.touch();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("best sellers were not written", e);
    }
  }

  /** Locks the latest edition until the caller's transaction ends; its number. */
  public int lockLatest() {
    try {
      return state.lock().edition();
    } catch (SQLException e) {
      throw new IllegalStateException("the latest edition was not locked", e);
    }
  }

  /** The number of the latest edition, without waiting for whoever is about to change it. */
  public int latest() {
    try {
      return state.read().edition();
    } catch (SQLException e) {
      throw new IllegalStateException("the latest edition was not read", e);
    }
  }
}
