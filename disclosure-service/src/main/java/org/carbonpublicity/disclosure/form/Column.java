package org.carbonpublicity.disclosure.form;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The columns of a form, with the names they may carry in its first row. */
public enum Column {
  ENTERPRISE(true, "企业", "企业名称", "生产企业"),
  GROUP(false, "集团", "所属集团"),
  BRAND(true, "品牌"),
  COUNTRY_STYLE(false, "国别系", "国别"),
  SERIES(true, "车系"),
  MODEL_CODE(true, "车型编码", "车型代码"),
  MODEL_NAME(true, "车型名称", "车型"),
  POWERTRAIN(true, "动力类型", "能源类型"),
  BODY_TYPE(true, "车身类型", "车身形式"),
  SEGMENT(true, "级别", "车辆级别"),
  CURB_MASS_KG(false, "整备质量(kg)", "整备质量"),
  FUEL_L_PER_100KM(false, "油耗(L/100km)", "燃料消耗量(L/100km)", "油耗"),
  ELECTRICITY_KWH_PER_100KM(false, "电耗(kWh/100km)", "电能消耗量(kWh/100km)", "电耗"),
  BATTERY_KWH(false, "电池容量(kWh)", "电池容量"),
  BATTERY_CHEMISTRY(false, "电池类型", "电池种类"),
  PRICE_CNY(false, "价格(元)", "指导价(元)", "价格"),
  LAUNCH_MONTH(false, "上市月份", "上市时间"),
  ON_SALE(false, "在售", "是否在售"),
  FOOTPRINT_G_PER_KM(false, "碳足迹(gCO2e/km)", "碳足迹");

  private static final Map<String, Column> BY_KEY = new HashMap<>();

  static {
    for (Column column : values()) {
      BY_KEY.put(key(column.header()), column);
      for (String name : column.chinese) {
        BY_KEY.put(key(name), column);
      }
    }
  }

  private final boolean required;
  private final String[] chinese;

  Column(boolean required, String... chinese) {
    this.required = required;
    this.chinese = chinese;
  }

  /**
   * True when a form without this column is refused: every row needs it. What only some vehicles
   * need is missed row by row.
   */
  public boolean required() {
    return required;
  }

  /** Its English name, as in answers. */
  public String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column of a header cell, in either language, whatever its case, width and spaces. */
  public static Optional<Column> named(String header) {
    return Optional.ofNullable(BY_KEY.get(key(header)));
  }

  private static String key(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\u3000]", "");
  }
}
