package org.carbonpublicity.reporting.sales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.carbonpublicity.reporting.sales.persistence.EnterpriseRepository;
import org.carbonpublicity.reporting.sales.persistence.RegisteredSeriesRepository;

/** What analysts register of series without published models; the best sellers follow at once. */
@ApplicationScoped
public class SeriesRegistrations {

  private final RegisteredSeriesRepository registered;
  private final EnterpriseRepository enterprises;
  private final BestSellerTables tables;
  private final Clock clock;

  SeriesRegistrations(
      RegisteredSeriesRepository registered,
      EnterpriseRepository enterprises,
      BestSellerTables tables,
      Clock clock) {
    this.registered = registered;
    this.enterprises = enterprises;
    this.tables = tables;
    this.clock = clock;
  }

  /** Registrations in force, by enterprise and series. */
  public List<RegisteredSeries> inForce() {
    return registered.latest().stream().filter(RegisteredSeries::inForce).toList();
  }

  /**
   * Registers a series, or another revision of it.
   *
   * @param enterprise code
   * @param powertrains at least one
   */
  @Transactional
  public RegisteredSeries put(
      String enterprise,
      String series,
      List<String> powertrains,
      List<BigDecimal> pricesCny,
      String actor) {
    return change(tables.lockLatest(), enterprise, series, powertrains, pricesCny, actor);
  }

  /** Takes a registration back; false when there is none in force. */
  @Transactional
  public boolean remove(String enterprise, String series, String actor) {
    int edition = tables.lockLatest();
    SeriesDirectory merged = SeriesDirectory.ofEnterprises(enterprises.all());
    SeriesKey key = SeriesKey.of(enterprise, series);
    // It may have been registered while the enterprise was still another one.
    List<RegisteredSeries> former =
        inForce().stream().filter(one -> merged.standing(one.key()).equals(key)).toList();
    former.forEach(
        one -> change(edition, one.enterprise(), one.series(), List.of(), List.of(), actor));
    return !former.isEmpty();
  }

  private RegisteredSeries change(
      int edition,
      String enterprise,
      String name,
      List<String> powertrains,
      List<BigDecimal> pricesCny,
      String actor) {
    int former =
        registered.latest(SeriesKey.of(enterprise, name)).map(RegisteredSeries::revision).orElse(0);
    RegisteredSeries series =
        new RegisteredSeries(
            enterprise,
            name,
            powertrains,
            pricesCny,
            former + 1,
            actor,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    registered.add(series);
    tables.rewrite(edition);
    return series;
  }
}
