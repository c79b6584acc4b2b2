package org.carbonpublicity.rating.comparison.api;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carbonpublicity.rating.comparison.Cause;
import org.carbonpublicity.rating.comparison.Migrations;
import org.carbonpublicity.rating.comparison.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The class moves between two editions. */
@Schema(name = "Migrations")
record MigrationsResponse(
    int edition,
    int since,
    String scheme,
    String sinceScheme,
    @Schema(
            description =
                "Models that are in both editions, in another class or with one now, or none")
        Total moved,
    Total entered,
    Total left,
    @Schema(
            description =
                "What moved them, in the order in which it is taken into account: the model's own values,"
                    + " then the references of the new population, then the new scheme. A model that two"
                    + " causes moved counts for both")
        List<CauseResponse> causes,
    @Schema(description = "From where: classes 1 to 5, `unrated`, `absent`") List<Row> rows) {

  @Schema(name = "MigrationTotal")
  record Total(long models, long modelsOnSale) {}

  @Schema(name = "MigrationCause")
  record CauseResponse(
      Cause cause,
      long models,
      @Schema(description = "Of these, models that nothing else moved") long modelsByThisAlone,
      @Schema(description = "Of these, models that it brought to a better class") long better,
      long worse) {}

  @Schema(name = "MigrationRow")
  record Row(String from, long models, List<Cell> cells) {}

  @Schema(name = "MigrationCell")
  record Cell(
      String to,
      long models,
      @Schema(description = "On sale in the edition; for models that left, in the earlier one")
          long modelsOnSale) {}

  static MigrationsResponse of(Migrations migrations, String scheme, String sinceScheme) {
    Map<Standing, Map<Standing, Migrations.Cell>> cells = new EnumMap<>(Standing.class);
    for (Migrations.Cell cell : migrations.cells()) {
      cells
          .computeIfAbsent(cell.from(), from -> new EnumMap<>(Standing.class))
          .put(cell.to(), cell);
    }
    return new MigrationsResponse(
        migrations.edition(),
        migrations.since(),
        scheme,
        sinceScheme,
        total(migrations.cells().stream().filter(Migrations.Cell::isMove).toList()),
        total(migrations.cells().stream().filter(cell -> cell.from() == Standing.ABSENT).toList()),
        total(migrations.cells().stream().filter(cell -> cell.to() == Standing.ABSENT).toList()),
        migrations.causes().stream()
            .map(
                count ->
                    new CauseResponse(
                        count.cause(),
                        count.models(),
                        count.alone(),
                        count.better(),
                        count.worse()))
            .toList(),
        rows(cells));
  }

  private static Total total(List<Migrations.Cell> cells) {
    return new Total(
        cells.stream().mapToLong(Migrations.Cell::models).sum(),
        cells.stream().mapToLong(Migrations.Cell::onSale).sum());
  }

  private static List<Row> rows(Map<Standing, Map<Standing, Migrations.Cell>> found) {
    List<Row> rows = new ArrayList<>();
    for (Standing from : Standing.values()) {
      Map<Standing, Migrations.Cell> row = Objects.requireNonNullElse(found.get(from), Map.of());
      List<Cell> cells = new ArrayList<>();
      for (Standing to : Standing.values()) {
        Migrations.Cell cell = row.get(to);
        if (from != Standing.ABSENT || to != Standing.ABSENT) {
          cells.add(
              new Cell(
                  to.token(), cell == null ? 0 : cell.models(), cell == null ? 0 : cell.onSale()));
        }
      }
      rows.add(new Row(from.token(), cells.stream().mapToLong(Cell::models).sum(), cells));
    }
    return rows;
  }
}
