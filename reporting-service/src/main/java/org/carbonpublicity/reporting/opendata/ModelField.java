package org.carbonpublicity.reporting.opendata;

import java.util.List;
import java.util.Locale;
import org.carbonpublicity.reporting.report.Text;
import org.jspecify.annotations.Nullable;

/**
 * The data dictionary: what the files tell of a model, in the order of their columns. Keys are
 * stable: a column may be added at the end, none is renamed or removed.
 */
public enum ModelField {
  EDITION("edition", Type.INTEGER, null, true, "Edition", "期次", "Number of the edition", "评级期次编号"),
  MODEL_CODE(
      "modelCode", Type.STRING, null, true, "Model code", "车型代码", "Key of the model", "车型唯一代码"),
  MODEL_NAME("modelName", Type.STRING, null, true, "Model", "车型名称", "Name of the model", "车型的名称"),
  ENTERPRISE(
      "enterpriseCode",
      Type.STRING,
      null,
      true,
      "Enterprise code",
      "企业代码",
      "Key of the enterprise as rated",
      "参评企业唯一代码"),
  ENTERPRISE_NAME(
      "enterprise",
      Type.STRING,
      null,
      true,
      "Enterprise",
      "企业",
      "Name of the enterprise when the model was rated",
      "评级时的企业名称"),
  GROUP_NAME(
      "group",
      Type.STRING,
      null,
      false,
      "Group",
      "集团",
      "Group that the enterprise belongs to; empty when to none",
      "企业所属集团；不属于任何集团时为空"),
  BRAND("brand", Type.STRING, null, true, "Brand", "品牌", "Brand of the model", "车型的品牌"),
  COUNTRY_STYLE(
      "countryStyle",
      Type.STRING,
      null,
      true,
      "Country style",
      "国别车系",
      "Where the brand comes from",
      "品牌的国别车系"),
  SERIES("series", Type.STRING, null, true, "Series", "车系", "Series of the model", "车型所属车系"),
  POWERTRAIN(
      "powertrain",
      Type.STRING,
      null,
      true,
      "Powertrain",
      "动力类型",
      "GASOLINE, DIESEL, HEV, PHEV or BEV; first part of the category",
      "GASOLINE（汽油）、DIESEL（柴油）、HEV（混合动力）、PHEV（插电式混合动力）或 BEV（纯电动）；同类的第一要素"),
  BODY_TYPE(
      "bodyType",
      Type.STRING,
      null,
      true,
      "Body type",
      "车身类型",
      "SEDAN, SUV or MPV; second part of the category",
      "SEDAN（轿车）、SUV 或 MPV；同类的第二要素"),
  SEGMENT(
      "segment",
      Type.STRING,
      null,
      true,
      "Segment",
      "车辆级别",
      "A00, A0, A, B, C or D; third part of the category",
      "A00、A0、A、B、C 或 D；同类的第三要素"),
  CURB_MASS_KG(
      "curbMassKg",
      Type.NUMBER,
      "kg",
      false,
      "Curb mass",
      "整备质量",
      "Curb mass; empty when it is not known",
      "整备质量；未知时为空"),
  PRICE_CNY(
      "priceCny",
      Type.NUMBER,
      "CNY",
      false,
      "Price",
      "价格",
      "Guide price; empty when it is not known",
      "指导价；未知时为空"),
  LAUNCH_MONTH(
      "launchMonth",
      Type.YEAR_MONTH,
      null,
      false,
      "Launch month",
      "上市月份",
      "Month of the launch as YYYY-MM; empty when it is not known",
      "上市月份（YYYY-MM）；未知时为空"),
  ON_SALE(
      "onSale",
      Type.BOOLEAN,
      null,
      true,
      "On sale",
      "在售",
      "Whether the model is on sale; means and shares are over models on sale",
      "是否在售；平均值与占比仅统计在售车型"),
  BATCH(
      "batch",
      Type.INTEGER,
      null,
      true,
      "Batch",
      "批次",
      "Disclosure round that published the footprint; corrections are numbered above 1,000,000",
      "公示该碳足迹的批次；更正批次编号大于 1,000,000"),
  FOOTPRINT_REVISION(
      "footprintRevision",
      Type.INTEGER,
      null,
      true,
      "Revision of the footprint",
      "碳足迹版本",
      "Which published revision of the model's footprint this is",
      "该车型已公示碳足迹的版本号"),
  FOOTPRINT_GRAMS_PER_KM(
      "footprintGramsPerKm",
      Type.NUMBER,
      "gCO2e/km",
      true,
      "Carbon footprint",
      "碳足迹",
      "Life-cycle carbon footprint per km, unrounded",
      "单位里程生命周期碳足迹，未经舍入"),
  RATING_CLASS(
      "class",
      Type.INTEGER,
      null,
      false,
      "Class",
      "碳足迹等级",
      "1 (Low Carbon+) to 5 (High Carbon+); empty when the model is unrated",
      "1（低碳+）至 5（高碳+）；未评级时为空"),
  UNRATED_REASON(
      "unratedReason",
      Type.STRING,
      null,
      false,
      "Why unrated",
      "未评级原因",
      "Why the model has no class; empty when it has one",
      "无等级的原因；有等级时为空"),
  RATIO(
      "ratio",
      Type.NUMBER,
      null,
      false,
      "Ratio to the reference",
      "与基准值之比",
      "Footprint divided by the reference, as the rating gives it",
      "碳足迹与基准值之比（评级所给数值）"),
  REFERENCE_GRAMS_PER_KM(
      "referenceGramsPerKm",
      Type.NUMBER,
      "gCO2e/km",
      false,
      "Reference",
      "基准值",
      "Value of the rating scheme for powertrain and curb mass",
      "评级方案按动力类型与整备质量给出的基准值"),
  CATEGORY_MEAN_GRAMS_PER_KM(
      "categoryMeanGramsPerKm",
      Type.NUMBER,
      "gCO2e/km",
      false,
      "Mean of the category",
      "同类平均碳足迹",
      "Arithmetic mean over the category's models on sale; empty when there are none",
      "同类在售车型的算术平均值；无在售车型时为空"),
  BELOW_AVERAGE(
      "belowAverage",
      Type.BOOLEAN,
      null,
      false,
      "Below average",
      "低于同类平均",
      "Whether the footprint is strictly below the mean of the category; empty when not on sale",
      "碳足迹是否严格低于同类平均；非在售时为空");

  /**
   * What is compared between editions: the rating of the model itself, its footprint and its
   * on-sale state.
   */
  public static final List<ModelField> COMPARED =
      List.of(
          ON_SALE,
          FOOTPRINT_GRAMS_PER_KM,
          RATING_CLASS,
          UNRATED_REASON,
          RATIO,
          REFERENCE_GRAMS_PER_KM,
          BELOW_AVERAGE);

  /** Types of Frictionless Table Schema. */
  public enum Type {
    STRING("string"),
    NUMBER("number"),
    INTEGER("integer"),
    BOOLEAN("boolean"),
    YEAR_MONTH("yearmonth");

    private final String schemaName;

    Type(String schemaName) {
      this.schemaName = schemaName;
    }

    public String schemaName() {
      return schemaName;
    }

    /** Whether its values stand in JSON without quotes. */
    public boolean isLiteral() {
      return this == NUMBER || this == INTEGER || this == BOOLEAN;
    }
  }

  private final String key;
  private final Type type;
  private final @Nullable String unit;
  private final boolean required;
  private final Text title;
  private final Text description;

  ModelField(
      String key,
      Type type,
      @Nullable String unit,
      boolean required,
      String title,
      String chineseTitle,
      String description,
      String chineseDescription) {
    this.key = key;
    this.type = type;
    this.unit = unit;
    this.required = required;
    this.title = new Text(title, chineseTitle);
    this.description = new Text(description, chineseDescription);
  }

  /** Heading in CSV and key in JSON. */
  public String key() {
    return key;
  }

  public Type type() {
    return type;
  }

  public @Nullable String unit() {
    return unit;
  }

  /** Whether every model has it; otherwise empty means missing, and never zero. */
  public boolean required() {
    return required;
  }

  public Text title() {
    return title;
  }

  public Text description() {
    return description;
  }

  /** The column of {@code model_rating} that it is read from. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
