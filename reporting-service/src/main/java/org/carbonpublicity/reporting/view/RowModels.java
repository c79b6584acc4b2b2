package org.carbonpublicity.reporting.view;

import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.reporting.view.Criterion.Field;

/** Which models a row of a table or figure counts. */
public final class RowModels {

  private static final Criterion ON_SALE = Criterion.of(Field.ON_SALE, "true");
  private static final Criterion RATED = Criterion.of(Field.CLASS, "1", "2", "3", "4", "5");
  private static final Criterion NEV = Criterion.of(Field.POWERTRAIN, "BEV", "PHEV");
  private static final String ALL_STYLES = "ALL";

  private RowModels() {}

  /** Table 3: models on sale of an enterprise. */
  public static List<Criterion> ofTable3(String enterpriseCode) {
    return List.of(Criterion.of(Field.ENTERPRISE_CODE, enterpriseCode), ON_SALE);
  }

  /** Table 4: those of them that have a class. */
  public static List<Criterion> ofTable4(String enterpriseCode) {
    return List.of(Criterion.of(Field.ENTERPRISE_CODE, enterpriseCode), ON_SALE, RATED);
  }

  /** Figure 1: models on sale of a group. */
  public static List<Criterion> ofGroup(String group) {
    return List.of(Criterion.of(Field.COUNTED_GROUP, group), ON_SALE);
  }

  /** Figures 2 to 11: rated models on sale of an enterprise or brand within a group. */
  public static List<Criterion> ofGroupFigure(String group, boolean byBrand, String name) {
    return List.of(
        Criterion.of(Field.COUNTED_GROUP, group),
        Criterion.of(byBrand ? Field.COUNTED_BRAND : Field.ENTERPRISE_NAME, name),
        ON_SALE,
        RATED);
  }

  /** Figure 12: models on sale of a NEV enterprise. */
  public static List<Criterion> ofNevEnterprise(String name) {
    return List.of(Criterion.of(Field.ENTERPRISE_NAME, name), ON_SALE);
  }

  /** Figure 13: all published models of a powertrain, on sale or not. */
  public static List<Criterion> ofPowertrain(String powertrain) {
    return List.of(Criterion.of(Field.POWERTRAIN, powertrain));
  }

  /** Figures 14 and 15: models on sale of a country style or of all, in figure 15 NEV. */
  public static List<Criterion> ofStyle(String style, boolean nev) {
    List<Criterion> criteria = new ArrayList<>(List.of(ON_SALE));
    if (!style.equals(ALL_STYLES)) {
      criteria.add(Criterion.of(Field.COUNTRY_STYLE, style));
    }
    if (nev) {
      criteria.add(NEV);
    }
    return criteria;
  }
}
