package org.carbonpublicity.reporting.stars;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.carbonpublicity.reporting.report.Document;
import org.carbonpublicity.reporting.report.Form;
import org.carbonpublicity.reporting.report.Forms;
import org.carbonpublicity.reporting.report.Ranking;
import org.carbonpublicity.reporting.report.Row;

/** Tables 1, 2 and 12. */
public final class StarDocuments {

  private StarDocuments() {}

  /**
   * Tables 1 and 2: enterprises by score and by stars, highest first, as of the last publication.
   */
  public static List<Document> results(List<AssessmentResult> results, ZoneId zone) {
    LocalDate asOf =
        results.stream()
            .map(AssessmentResult::publishedAt)
            .max(Comparator.naturalOrder())
            .map(last -> LocalDate.ofInstant(last, zone))
            .orElse(null);
    return List.of(
        Document.of(
            Forms.TABLE_1,
            "",
            asOf,
            rows(
                results,
                Comparator.comparing(AssessmentResult::score).reversed(),
                "score",
                AssessmentResult::scoreRounded)),
        Document.of(
            Forms.TABLE_2,
            "",
            asOf,
            rows(
                results,
                Comparator.comparing(AssessmentResult::stars).reversed(),
                "stars",
                AssessmentResult::stars)));
  }

  private static List<Row> rows(
      List<AssessmentResult> results,
      Comparator<AssessmentResult> order,
      String column,
      Function<AssessmentResult, Object> value) {
    return Ranking.of(results, order, AssessmentResult::enterpriseName).stream()
        .map(
            ranked ->
                new Row()
                    .with("rank", ranked.rank())
                    .with("enterpriseCode", ranked.item().enterprise())
                    .with("enterprise", ranked.item().enterpriseName())
                    .with(column, value.apply(ranked.item())))
        .toList();
  }

  /** Table 12: the rules of the guideline in force, most stars first. */
  public static Document rules(List<StarRule> rules, Instant activatedAt, ZoneId zone) {
    Form form = Forms.TABLE_12;
    List<Row> rows =
        rules.stream()
            .sorted(Comparator.comparingInt(StarRule::stars).reversed())
            .map(
                rule ->
                    new Row()
                        .with("stars", rule.stars())
                        .with("scoreFloor", rule.scoreFloor())
                        .with("mandatoryRatioFloorPercent", rule.mandatoryRatioFloorPercent()))
            .toList();
    return Document.of(form, "", LocalDate.ofInstant(activatedAt, zone), rows);
  }
}
