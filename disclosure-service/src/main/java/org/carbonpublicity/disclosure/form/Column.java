package org.carbonpublicity.disclosure.form;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The columns of a form, with the names they may carry in its first row. */
public enum Column {
  ENTERPRISE(true, "Enterprise", "企业", "企业名称", "生产企业"),
  GROUP(false, "Group", "集团", "所属集团"),
  BRAND(true, "Brand", "品牌"),
  COUNTRY_STYLE(false, "Country style", "国别系", "国别"),
  SERIES(true, "Series", "车系"),
  MODEL_CODE(true, "Model code", "车型编码", "车型代码"),
  MODEL_NAME(true, "Model name", "车型名称", "车型"),
  POWERTRAIN(true, "Powertrain", "动力类型", "能源类型"),
  BODY_TYPE(true, "Body type", "车身类型", "车身形式"),
  SEGMENT(true, "Segment", "级别", "车辆级别"),
  CURB_MASS_KG(false, "Curb mass (kg)", "整备质量(kg)", "整备质量"),
  FUEL_L_PER_100KM(false, "Fuel consumption (L/100km)", "油耗(L/100km)", "燃料消耗量(L/100km)", "油耗"),
  ELECTRICITY_KWH_PER_100KM(
      false, "Electricity consumption (kWh/100km)", "电耗(kWh/100km)", "电能消耗量(kWh/100km)", "电耗"),
  BATTERY_KWH(false, "Battery capacity (kWh)", "电池容量(kWh)", "电池容量"),
  BATTERY_CHEMISTRY(false, "Battery chemistry", "电池类型", "电池种类"),
  PRICE_CNY(false, "Price (CNY)", "价格(元)", "指导价(元)", "价格"),
  LAUNCH_MONTH(false, "Launch month (YYYY-MM)", "上市月份", "上市时间"),
  ON_SALE(false, "On sale (Y/N)", "在售", "是否在售"),
  FOOTPRINT_G_PER_KM(false, "Footprint (gCO2e/km)", "碳足迹(gCO2e/km)", "碳足迹"),
  /** What is said of the model; in feedback only, as are the following. */
  REMARK(false, "Remark", "反馈意见", "备注代码"),
  COMMENT(false, "Comment", "说明", "备注"),
  /** Which template the form was made of. */
  TEMPLATE_VERSION(false, "Template version", "模板版本"),
  /** What was wrong when the form was checked; written by this service and never read. */
  MESSAGES(false, "Messages", "问题");

  private static final Map<String, Column> BY_KEY = new HashMap<>();

  static {
    for (Column column : values()) {
      BY_KEY.put(key(column.header()), column);
      BY_KEY.put(key(column.english), column);
      for (String name : column.chinese) {
        BY_KEY.put(key(name), column);
      }
    }
  }

  private final boolean required;
  private final String english;
  private final String[] chinese;

  Column(boolean required, String english, String... chinese) {
    this.required = required;
    this.english = english;
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

  /** Its name in a template of that language, with its unit. */
  public String title(Language language) {
    return language == Language.ZH ? chinese[0] : english;
  }

  /** The title of the column that is called so; the text itself when none is. */
  static String title(String name, Language language) {
    return named(name).map(column -> column.title(language)).orElse(name);
  }

  /** The column of a header cell, in either language, whatever its case, width and spaces. */
  public static Optional<Column> named(String header) {
    Column column = BY_KEY.get(key(header));
    // Faults of the header stand behind the name of the messages.
    boolean messages =
        header.startsWith(MESSAGES.english + " - ")
            || header.startsWith(MESSAGES.chinese[0] + " - ");
    return Optional.ofNullable(column == null && messages ? MESSAGES : column);
  }

  private static String key(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\u3000]", "");
  }
}
