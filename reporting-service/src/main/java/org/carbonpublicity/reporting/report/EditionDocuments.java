package org.carbonpublicity.reporting.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.reporting.report.Population.Cell;

/** Computes the tables and figures that follow from an edition's ratings. */
public final class EditionDocuments {

  private EditionDocuments() {}

  /**
   * All documents of an edition's ratings.
   *
   * @param asOf cut-off of the edition
   */
  public static List<Document> of(Population population, LocalDate asOf) {
    List<Cell> onSale = population.onSale();
    List<Cell> nev = onSale.stream().filter(Cell::isNev).toList();
    List<Document> documents = new ArrayList<>();
    documents.add(document(Forms.TABLE_3, asOf, EnterpriseShares.belowAverage(onSale)));
    documents.add(document(Forms.TABLE_4, asOf, EnterpriseShares.class1(onSale)));
    documents.add(document(Forms.FIGURE_1, asOf, MeanFigures.largestGroups(onSale)));
    documents.add(document(Forms.FIGURE_12, asOf, MeanFigures.nevEnterprises(onSale)));
    documents.add(
        document(Forms.FIGURE_13, asOf, PowertrainFigure.rows(population))
            .withHistogram(PowertrainFigure.histogram(population.bins())));
    documents.add(document(Forms.FIGURE_14, asOf, MeanFigures.byStyle(onSale)));
    documents.add(document(Forms.FIGURE_15, asOf, MeanFigures.byStyle(nev)));
    ClassDistribution.variants(onSale)
        .forEach(
            (variant, rows) ->
                documents.add(Document.of(Forms.CLASS_DISTRIBUTION, variant, asOf, rows)));
    return documents;
  }

  private static Document document(Form form, LocalDate asOf, List<Row> rows) {
    return Document.of(form, "", asOf, rows);
  }
}
