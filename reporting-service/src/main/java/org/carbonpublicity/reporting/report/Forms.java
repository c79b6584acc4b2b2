package org.carbonpublicity.reporting.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carbonpublicity.reporting.report.Form.Column;

/** The tables and figures of the quarterly report that this service has. */
public final class Forms {

  static final String PERCENT = "percent";
  static final String MODELS = "models";
  static final String GRAMS_PER_KM = "gCO2e/km";

  /** Figures 2 to 11 show one group each. */
  public static final int FIRST_GROUP_FIGURE = 2;

  /** Figures 2 to 11 show one group each. */
  public static final int LAST_GROUP_FIGURE = 11;

  /** Tables 5 to 11 are best sellers of a month. */
  public static final int FIRST_BEST_SELLERS = 5;

  /** Tables 5 to 11 are best sellers of a month. */
  public static final int LAST_BEST_SELLERS = 11;

  /** Variant of the best sellers of the latest month; the others are called by their month. */
  public static final String LATEST_MONTH = "";

  private static final Column RANK = Column.of("rank", "Rank", "排名");
  private static final Column ENTERPRISE_CODE =
      Column.of("enterpriseCode", "Enterprise code", "企业代码");
  private static final Column ENTERPRISE = Column.of("enterprise", "Enterprise", "企业");
  private static final Column MODEL_COUNT = Column.of("models", "Models on sale", "在售车型数", MODELS);
  private static final Column MEAN_FOOTPRINT =
      Column.of("meanFootprintGramsPerKm", "Mean carbon footprint", "平均碳足迹", GRAMS_PER_KM);

  public static final Form TABLE_1 =
      new Form(
          "table-1",
          1,
          "Carbon management scores of enterprises",
          "企业碳管理得分",
          null,
          RANK,
          ENTERPRISE_CODE,
          ENTERPRISE,
          Column.of("score", "Score", "得分"));

  public static final Form TABLE_2 =
      new Form(
          "table-2",
          2,
          "Carbon management stars of enterprises",
          "企业碳管理星级",
          null,
          RANK,
          ENTERPRISE_CODE,
          ENTERPRISE,
          Column.of("stars", "Stars", "星级"));

  public static final Form TABLE_3 =
      new Form(
          "table-3",
          3,
          "Share of models below the average footprint of their category",
          "企业低于同类平均碳足迹车型占比",
          PERCENT,
          RANK,
          ENTERPRISE_CODE,
          ENTERPRISE,
          Column.of("belowAverageSharePercent", "Share below average", "低于平均占比", PERCENT),
          Column.of("belowAverageModels", "Models below average", "低于平均车型数", MODELS),
          MODEL_COUNT);

  public static final Form TABLE_4 =
      new Form(
          "table-4",
          4,
          "Share of Class 1 (Low Carbon+) models",
          "企业1级（低碳+）车型占比",
          PERCENT,
          RANK,
          ENTERPRISE_CODE,
          ENTERPRISE,
          Column.of("class1SharePercent", "Share of Class 1", "1级占比", PERCENT),
          Column.of("class1Models", "Models of Class 1", "1级车型数", MODELS),
          Column.of("ratedModels", "Rated models on sale", "在售已评级车型数", MODELS));

  public static final Form TABLE_5 = bestSellers(5, "Best-selling series", "畅销车系");

  public static final Form TABLE_6 = bestSellers(6, "Best-selling NEV series", "新能源畅销车系");

  public static final Form TABLE_12 =
      new Form(
          "table-12",
          12,
          "Rules of the carbon management stars",
          "碳管理星级评定规则",
          null,
          Column.of("stars", "Stars", "星级"),
          Column.of("scoreFloor", "Lowest score", "最低得分"),
          Column.of(
              "mandatoryRatioFloorPercent",
              "Lowest ratio of mandatory items",
              "必选项最低满足率",
              PERCENT));

  public static final Form FIGURE_1 =
      new Form(
          "figure-1",
          1,
          "Mean footprint of the ten largest groups",
          "十大集团平均碳足迹",
          GRAMS_PER_KM,
          Column.of("group", "Group", "集团"),
          MEAN_FOOTPRINT,
          MODEL_COUNT);

  public static final Form FIGURE_12 =
      new Form(
          "figure-12",
          12,
          "Mean footprint of NEV enterprises",
          "新能源车企平均碳足迹",
          GRAMS_PER_KM,
          ENTERPRISE,
          MEAN_FOOTPRINT,
          MODEL_COUNT);

  public static final Form FIGURE_13 =
      new Form(
          "figure-13",
          13,
          "Models and their footprints by powertrain",
          "各动力类型车型数量与碳足迹分布",
          GRAMS_PER_KM,
          Column.of("powertrain", "Powertrain", "动力类型"),
          Column.of("models", "Published models", "已公示车型数", MODELS),
          Column.of("onSaleModels", "Models on sale", "在售车型数", MODELS),
          Column.of("min", "Lowest", "最小值", GRAMS_PER_KM),
          Column.of("p10", "10th percentile", "第10百分位", GRAMS_PER_KM),
          Column.of("p25", "25th percentile", "第25百分位", GRAMS_PER_KM),
          Column.of("median", "Median", "中位数", GRAMS_PER_KM),
          Column.of("p75", "75th percentile", "第75百分位", GRAMS_PER_KM),
          Column.of("p90", "90th percentile", "第90百分位", GRAMS_PER_KM),
          Column.of("max", "Highest", "最大值", GRAMS_PER_KM),
          Column.of("mean", "Mean", "平均值", GRAMS_PER_KM));

  public static final Form FIGURE_14 =
      styleFigure(14, "Mean footprint by country style, all models", "各国别车系平均碳足迹（全部车型）");

  public static final Form FIGURE_15 =
      styleFigure(15, "Mean footprint by country style, NEV", "各国别车系平均碳足迹（新能源车型）");

  public static final Form CLASS_DISTRIBUTION =
      new Form(
          "class-distribution",
          null,
          new Text("Distribution of classes", "碳足迹等级分布"),
          PERCENT,
          classColumns());

  private static final Map<Integer, Form> TABLES =
      byNumber(
          TABLE_1,
          TABLE_2,
          TABLE_3,
          TABLE_4,
          TABLE_5,
          TABLE_6,
          bestSellersOfBand(7),
          bestSellersOfBand(8),
          bestSellersOfBand(9),
          bestSellersOfBand(10),
          bestSellersOfBand(11),
          TABLE_12);
  private static final Map<Integer, Form> FIGURES =
      byNumber(FIGURE_1, FIGURE_12, FIGURE_13, FIGURE_14, FIGURE_15);

  private Forms() {}

  public static Optional<Form> table(int number) {
    return Optional.ofNullable(TABLES.get(number));
  }

  /** A figure that has one document an edition; figures 2 to 11 are {@link #groupFigure}. */
  public static Optional<Form> figure(int number) {
    return Optional.ofNullable(FIGURES.get(number));
  }

  /** The class distribution of a group, as one of figures 2 to 11 or (null) by itself. */
  public static Form groupFigure(@org.jspecify.annotations.Nullable Integer number, String group) {
    return CLASS_DISTRIBUTION.as(
        number, new Text("Distribution of classes within " + group, group + " 碳足迹等级分布"));
  }

  /** Tables 5 to 11: best sellers, overall, of NEV and by price band. */
  public static List<String> bestSellers() {
    return IntStream.rangeClosed(FIRST_BEST_SELLERS, LAST_BEST_SELLERS)
        .mapToObj(number -> "table-" + number)
        .toList();
  }

  private static Form bestSellersOfBand(int number) {
    return bestSellers(number, "Best-selling series of a price band", "价格区间畅销车系");
  }

  private static Form bestSellers(int number, String english, String chinese) {
    return new Form(
        "table-" + number,
        number,
        english,
        chinese,
        null,
        RANK,
        Column.of("series", "Series", "车系"),
        ENTERPRISE,
        Column.of("seriesClass", "Class of the series", "车系碳足迹等级"),
        Column.of("status", "Status", "状态"));
  }

  private static Form styleFigure(int number, String english, String chinese) {
    return new Form(
        "figure-" + number,
        number,
        english,
        chinese,
        GRAMS_PER_KM,
        Column.of("style", "Country style", "国别车系"),
        MEAN_FOOTPRINT,
        MODEL_COUNT);
  }

  private static List<Column> classColumns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("name", "Name", "名称"));
    columns.add(Column.of("ratedModels", "Rated models on sale", "在售已评级车型数", MODELS));
    for (RatingClass ratingClass : RatingClass.values()) {
      Text name = ratingClass.title();
      columns.add(
          Column.of(
              ratingClass.modelsColumn(),
              "Models of " + name.english(),
              name.chinese() + "车型数",
              MODELS));
    }
    for (RatingClass ratingClass : RatingClass.values()) {
      Text name = ratingClass.title();
      columns.add(
          Column.of(
              ratingClass.shareColumn(),
              "Share of " + name.english(),
              name.chinese() + "占比",
              PERCENT));
    }
    return List.copyOf(columns);
  }

  private static Map<Integer, Form> byNumber(Form... forms) {
    return Stream.of(forms)
        .collect(Collectors.toUnmodifiableMap(Forms::numberOf, Function.identity()));
  }

  private static Integer numberOf(Form form) {
    return Optional.ofNullable(form.number()).orElseThrow();
  }
}
