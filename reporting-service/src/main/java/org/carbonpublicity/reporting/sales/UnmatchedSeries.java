package org.carbonpublicity.reporting.sales;

/**
 * A series in sales that nothing tells of: it ranks overall, as pending, and in no other table.
 *
 * @param enterprise code
 */
public record UnmatchedSeries(
    String month, String enterprise, String enterpriseName, String series, long unitsSold) {

  static UnmatchedSeries of(Sale sale, SoldSeries found) {
    return new UnmatchedSeries(
        sale.month(), sale.key().enterprise(), found.enterpriseName(), sale.series(), sale.units());
  }
}
