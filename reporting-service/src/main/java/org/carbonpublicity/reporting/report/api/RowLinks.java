package org.carbonpublicity.reporting.report.api;

import java.util.Map;
import org.carbonpublicity.reporting.report.ClassDistribution;
import org.carbonpublicity.reporting.report.Form;
import org.carbonpublicity.reporting.report.Forms;
import org.jspecify.annotations.Nullable;

/** Where the models behind a row are. */
final class RowLinks {

  /** Column that names a row, by the document. */
  private static final Map<String, String> KEYS =
      Map.of(
          Forms.TABLE_3.name(), "enterpriseCode",
          Forms.TABLE_4.name(), "enterpriseCode",
          Forms.FIGURE_1.name(), "group",
          Forms.CLASS_DISTRIBUTION.name(), "name",
          Forms.FIGURE_12.name(), "enterprise",
          Forms.FIGURE_13.name(), "powertrain",
          Forms.FIGURE_14.name(), "style",
          Forms.FIGURE_15.name(), "style");

  private RowLinks() {}

  /** A template in the edition that is shown, so that its models are those that were counted. */
  static @Nullable String of(Form form, int edition, String variant) {
    String key = KEYS.get(form.name());
    if (key == null || form.number() == null) {
      return null;
    }
    String kind = form.name().startsWith("table-") ? "tables" : "figures";
    String link =
        "/api/v1/reports/%d/%s/%d/rows/{%s}/models".formatted(edition, kind, form.number(), key);
    return variant.startsWith(ClassDistribution.By.BRAND.name()) ? link + "?by=brand" : link;
  }
}
