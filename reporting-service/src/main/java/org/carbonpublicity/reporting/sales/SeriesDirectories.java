package org.carbonpublicity.reporting.sales;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.carbonpublicity.reporting.sales.persistence.EnterpriseRepository;
import org.carbonpublicity.reporting.sales.persistence.PublishedModelsRepository;
import org.carbonpublicity.reporting.sales.persistence.RegisteredSeriesRepository;
import org.carbonpublicity.reporting.sales.persistence.SeriesAliasRepository;

/** Reads what sales are matched with, as it stands in the caller's transaction. */
@ApplicationScoped
public class SeriesDirectories {

  private final EnterpriseRepository enterprises;
  private final SeriesAliasRepository aliases;
  private final RegisteredSeriesRepository registered;
  private final PublishedModelsRepository models;

  SeriesDirectories(
      EnterpriseRepository enterprises,
      SeriesAliasRepository aliases,
      RegisteredSeriesRepository registered,
      PublishedModelsRepository models) {
    this.enterprises = enterprises;
    this.aliases = aliases;
    this.registered = registered;
    this.models = models;
  }

  /** What these sales can be found by in an edition. */
  public SeriesDirectory of(int edition, Collection<Sale> sales, PriceBands bands) {
    List<Enterprise> known = enterprises.all();
    List<SeriesAlias> names = aliases.latest();
    SeriesDirectory standing = SeriesDirectory.ofEnterprises(known);
    TreeSet<String> codes = new TreeSet<>();
    sales.forEach(sale -> codes.add(standing.standing(sale.key().enterprise())));
    for (SeriesAlias alias : names) {
      String target = alias.targetEnterprise();
      if (target != null) {
        codes.add(standing.standing(target));
      }
    }
    // Models of a merged enterprise may still stand under its former code.
    for (Enterprise enterprise : known) {
      if (enterprise.mergedInto() != null && codes.contains(standing.standing(enterprise.code()))) {
        codes.add(enterprise.code());
      }
    }
    return new SeriesDirectory(
        known, names, registered.latest(), models.of(edition, codes, bands), bands);
  }

  public PriceBands bands() {
    return models.bands();
  }
}
