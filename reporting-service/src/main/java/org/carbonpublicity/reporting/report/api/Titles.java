package org.carbonpublicity.reporting.report.api;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.carbonpublicity.reporting.report.Document.Scope;
import org.carbonpublicity.reporting.report.Form;
import org.carbonpublicity.reporting.report.Text;
import org.jspecify.annotations.Nullable;

/** What documents are called; those of a price band by its bounds, which are data. */
final class Titles {

  private Titles() {}

  static Text of(Form form, @Nullable Scope scope) {
    BigDecimal from = scope == null ? null : scope.priceFromCny();
    if (scope == null || from == null) {
      return form.title();
    }
    BigDecimal to = scope.priceToCny();
    if (to == null) {
      return new Text(
          "Best-selling series from CNY " + grouped(from), "畅销车系（" + grouped(from) + "元及以上）");
    }
    if (from.signum() == 0) {
      return new Text(
          "Best-selling series below CNY " + grouped(to), "畅销车系（" + grouped(to) + "元以下）");
    }
    return new Text(
        "Best-selling series from CNY " + grouped(from) + " to below CNY " + grouped(to),
        "畅销车系（" + grouped(from) + "元至" + grouped(to) + "元以下）");
  }

  private static String grouped(BigDecimal cny) {
    return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(cny);
  }
}
