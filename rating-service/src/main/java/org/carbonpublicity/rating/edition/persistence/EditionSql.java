package org.carbonpublicity.rating.edition.persistence;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.carbonpublicity.rating.edition.EditionPlan;

/**
 * The statements that compute an edition. Values stand in the text as literals, because a table is
 * created from a query without parameters; all of them are numbers or names of this code. What the
 * scheme says of a model is {@link SchemeSql}'s. Nothing is rounded before it is decided.
 */
final class EditionSql {

  /** What a publication says of a model, in the order of table {@code rating}. */
  private static final String ATTRIBUTES =
      """
      batch, footprint_revision, on_sale, footprint_grams_per_km, curb_mass_kg, price_cny,
      model_code, model_name, enterprise, enterprise_name, group_name, brand, country_style, series,
      powertrain, body_type, segment, launch_month""";

  private final EditionPlan plan;
  private final boolean distinct;
  private final boolean withdrawals;

  /**
   * @param distinct whether the fresh footprints may hold a model more than once
   * @param withdrawals whether the fresh publications withdraw models; needs {@code distinct}
   */
  EditionSql(EditionPlan plan, boolean distinct, boolean withdrawals) {
    this.plan = plan;
    this.distinct = distinct;
    this.withdrawals = withdrawals;
  }

  static String table(int edition) {
    return "rating_edition_" + edition;
  }

  /** The latest footprint per model of the fresh publications, when they may hold one twice. */
  String collectFresh() {
    return """
    create temporary table fresh_footprint on commit drop as
    select distinct on (model_code) publication, %s from footprint_incoming
    where publication between %d and %d
    order by model_code, publication desc, footprint_revision desc"""
        .formatted(ATTRIBUTES, plan.firstPublication(), plan.publication());
  }

  /** Models whose last word in the fresh publications is a withdrawal. */
  String collectWithdrawn() {
    return """
    create temporary table withdrawn_model on commit drop as
    select * from (
      select distinct on (model_code) publication, batch, footprint_revision, model_code, merged_into
      from withdrawal_incoming where publication between %d and %d
      order by model_code, publication desc, footprint_revision desc) w
    where not exists (select from fresh_footprint f
      where f.model_code = w.model_code and f.publication > w.publication)"""
        .formatted(plan.firstPublication(), plan.publication());
  }

  /** A model that was published and then withdrawn, both since the edition before, is not fresh. */
  String dropWithdrawn() {
    return "delete from fresh_footprint f using withdrawn_model w where w.model_code = f.model_code";
  }

  /** Withdrawn models that the edition before has; the others were never rated. */
  String recordWithdrawn() {
    return """
    insert into model_withdrawal (edition, model_code, batch, footprint_revision, merged_into,
      previous_class)
    select %d, w.model_code, w.batch, w.footprint_revision, w.merged_into, p.class
    from withdrawn_model w join rating p on p.edition = %d and p.model_code = w.model_code"""
        .formatted(plan.number(), plan.number() - 1);
  }

  /** Mean of each category over its models on sale. */
  String categoryMeans() {
    String columns = "powertrain, body_type, segment, on_sale, footprint_grams_per_km";
    // Twenty more decimals, so that the quotient is rounded once.
    return """
    insert into category_mean (edition, powertrain, body_type, segment, models, footprint_sum,
      mean_grams_per_km)
    select %d, powertrain, body_type, segment, count(*), sum(footprint_grams_per_km),
      round(sum(footprint_grams_per_km) * 1.00000000000000000000 / count(*), 6)
    from (%s) population where on_sale
    group by powertrain, body_type, segment"""
        .formatted(plan.number(), narrowPopulation(columns));
  }

  private String narrowPopulation(String columns) {
    if (plan.previous() == null) {
      return fresh(columns);
    }
    return fresh(columns) + " union all " + carriedOver(prefixed("p", columns));
  }

  /**
   * Creates and fills the edition's table, its columns in the order of table {@code rating}.
   *
   * @param scheme with the lines of this edition
   */
  String ratings(SchemeSql scheme) {
    return """
    create table %1$s as
    select %2$d::integer as edition, batch, footprint_revision, class, previous_class, on_sale,
      below_average,
      attributes_changed
        or (class, reference, category_mean, below_average, unrated_reason) is distinct from
          (previous_class, previous_reference, previous_mean, previous_below_average,
            previous_unrated_reason) as changed,
      footprint_grams_per_km, curb_mass_kg, price_cny, reference, ratio, category_mean,
      model_code, model_name, enterprise, enterprise_name, group_name, brand, country_style, series,
      powertrain, body_type, segment, launch_month, unrated_reason
    from (%3$s) r"""
        .formatted(
            table(plan.number()), plan.number(), scheme.rated(population(), meansOfEdition()));
  }

  /** Its models, as lines are fitted to them. */
  String fittedPopulation() {
    return narrowPopulation("powertrain, on_sale, curb_mass_kg, footprint_grams_per_km");
  }

  private String meansOfEdition() {
    return "(select * from category_mean where edition = %d)".formatted(plan.number());
  }

  /** One pass over the table for what a partition of {@code rating} must guarantee. */
  String constraints() {
    return """
    alter table %1$s add primary key (model_code, edition), add check (edition = %2$d),
      alter edition set not null, alter batch set not null, alter footprint_revision set not null,
      alter on_sale set not null, alter changed set not null,
      alter footprint_grams_per_km set not null, alter model_name set not null,
      alter enterprise set not null, alter enterprise_name set not null, alter brand set not null,
      alter country_style set not null, alter series set not null, alter powertrain set not null,
      alter body_type set not null, alter segment set not null"""
        .formatted(table(plan.number()), plan.number());
  }

  String attach() {
    return "alter table rating attach partition %s for values in (%d)"
        .formatted(table(plan.number()), plan.number());
  }

  /** Every model of the edition with what the edition before said of it. */
  private String population() {
    if (plan.previous() == null) {
      return """
      select %s, null::smallint as previous_class, null::numeric as previous_reference,
        null::numeric as previous_mean, null::boolean as previous_below_average,
        null::text as previous_unrated_reason,
        true as attributes_changed
      from (%s) f"""
          .formatted(ATTRIBUTES, fresh(ATTRIBUTES));
    }
    String before =
        "p.class as previous_class, p.reference as previous_reference,"
            + " p.category_mean as previous_mean, p.below_average as previous_below_average,"
            + " p.unrated_reason as previous_unrated_reason, ";
    return """
    select %1$s, %2$s (%1$s) is distinct from (%3$s) as attributes_changed
    from (%4$s) f
    left join rating p on p.edition = %5$d and p.model_code = f.model_code
    union all
    %6$s"""
        .formatted(
            prefixed("f", ATTRIBUTES),
            before,
            prefixed("p", ATTRIBUTES),
            fresh(ATTRIBUTES),
            plan.previous(),
            carriedOver(prefixed("p", ATTRIBUTES) + ", " + before + "false as attributes_changed"));
  }

  private String fresh(String columns) {
    return distinct
        ? "select %s from fresh_footprint".formatted(columns)
        : "select %s from footprint_incoming where publication = %d"
            .formatted(columns, plan.publication());
  }

  private String carriedOver(String columns) {
    int previous = Objects.requireNonNull(plan.previous());
    if (plan.newPublications() == 0) {
      return "select %s from rating p where p.edition = %d".formatted(columns, previous);
    }
    return """
    select %s from rating p where p.edition = %d
      and not exists (select from (%s) f where f.model_code = p.model_code)%s"""
        .formatted(
            columns,
            previous,
            fresh("model_code"),
            withdrawals
                ? "\n  and not exists (select from withdrawn_model w where w.model_code = p.model_code)"
                : "");
  }

  private static String prefixed(String alias, String columns) {
    return Arrays.stream(columns.split(","))
        .map(column -> alias + "." + column.strip())
        .collect(Collectors.joining(", "));
  }
}
