package org.carbonpublicity.reporting.view.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.report.ClassDistribution;
import org.carbonpublicity.reporting.report.Form;
import org.carbonpublicity.reporting.report.Forms;
import org.carbonpublicity.reporting.report.api.Figures;
import org.carbonpublicity.reporting.report.persistence.DocumentRepository;
import org.carbonpublicity.reporting.view.Criterion;
import org.carbonpublicity.reporting.view.RowModels;
import org.jspecify.annotations.Nullable;

/** Which row of which document a path names, and which models that row counts. */
@ApplicationScoped
class ReportRows {

  private final Figures figures;
  private final DocumentRepository documents;

  ReportRows(Figures figures, DocumentRepository documents) {
    this.figures = figures;
    this.documents = documents;
  }

  /**
   * A row.
   *
   * @param column that holds its key
   */
  record Asked(Form form, String variant, String column, String key, List<Criterion> models) {}

  Asked ofTable(String number, String key) {
    return switch (number) {
      case "3" -> new Asked(Forms.TABLE_3, "", "enterpriseCode", key, RowModels.ofTable3(key));
      case "4" -> new Asked(Forms.TABLE_4, "", "enterpriseCode", key, RowModels.ofTable4(key));
      default ->
          throw Problems.of(
              404, "unknown-table", "Unknown table", "Rows of tables 3 and 4 stand for models.");
    };
  }

  Asked ofFigure(String number, @Nullable String by, String key) {
    String group = figures.group(number).orElse(null);
    if (group != null) {
      return ofGroupFigure(group, by, key);
    }
    if (by != null) {
      throw Problems.unknownQueryParameters(List.of("by"));
    }
    return switch (number) {
      case "1" -> new Asked(Forms.FIGURE_1, "", "group", key, RowModels.ofGroup(key));
      case "12" ->
          new Asked(Forms.FIGURE_12, "", "enterprise", key, RowModels.ofNevEnterprise(key));
      case "13" -> new Asked(Forms.FIGURE_13, "", "powertrain", key, RowModels.ofPowertrain(key));
      case "14" -> new Asked(Forms.FIGURE_14, "", "style", key, RowModels.ofStyle(key, false));
      case "15" -> new Asked(Forms.FIGURE_15, "", "style", key, RowModels.ofStyle(key, true));
      default ->
          throw Problems.of(
              404, "unknown-figure", "Unknown figure", "Figures are numbered 1 to 15.");
    };
  }

  private static Asked ofGroupFigure(String group, @Nullable String by, String key) {
    if (by != null && !by.equals("enterprise") && !by.equals("brand")) {
      throw Problems.invalidParameter(
          new Problems.Fault("by", "invalid", "by is enterprise or brand"));
    }
    boolean brand = "brand".equals(by);
    ClassDistribution.By rows =
        brand ? ClassDistribution.By.BRAND : ClassDistribution.By.ENTERPRISE;
    return new Asked(
        Forms.CLASS_DISTRIBUTION,
        rows.within(group),
        "name",
        key,
        RowModels.ofGroupFigure(group, brand, key));
  }

  /** A 404 problem when the edition's document does not have that row. */
  void check(int edition, Asked asked) {
    try {
      boolean there =
          documents.find(edition, asked.form().name(), asked.variant()).stream()
              .flatMap(document -> document.rows().stream())
              .anyMatch(row -> asked.key().equals(row.get(asked.column())));
      if (!there) {
        throw Problems.notFound("unknown-row", "The edition has no such row there.");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the document was not read", e);
    }
  }
}
