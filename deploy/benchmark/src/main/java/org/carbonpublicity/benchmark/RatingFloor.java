package org.carbonpublicity.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * What an edition cannot do without: one statement that rates all models of the edition before, and
 * the key of what it wrote, on the same database. It knows no publications, no edition before to
 * compare with, no reasons and no second reader; it rounds nothing either.
 */
final class RatingFloor {

  private static final String RATE =
      """
      create table rating_floor as
      with means as (
        select powertrain, body_type, segment, count(*) as models, sum(footprint_grams_per_km) as footprints
        from rating_edition_%1$d where on_sale group by powertrain, body_type, segment
      )
      select m.batch, m.footprint_revision, m.on_sale, m.footprint_grams_per_km, m.curb_mass_kg, m.price_cny,
        m.model_code, m.model_name, m.enterprise, m.enterprise_name, m.group_name, m.brand, m.country_style,
        m.series, m.powertrain, m.body_type, m.segment, m.launch_month, r.line as reference,
        m.footprint_grams_per_km / r.line as ratio,
        case when m.footprint_grams_per_km <= 0.92 * r.line then 1
             when m.footprint_grams_per_km <= 0.97 * r.line then 2
             when m.footprint_grams_per_km <= 1.03 * r.line then 3
             when m.footprint_grams_per_km <= 1.08 * r.line then 4
             when r.line is not null then 5 end as class,
        footprints / models as mean, m.footprint_grams_per_km * models < footprints as below
      from rating_edition_%1$d m
      left join means using (powertrain, body_type, segment)
      left join (values ('GASOLINE', 40, 0.155), ('DIESEL', 80, 0.16), ('HEV', 35, 0.13), ('PHEV', 45, 0.095),
        ('BEV', 18, 0.1)) l (powertrain, intercept, slope) using (powertrain)
      cross join lateral (select intercept + slope * m.curb_mass_kg as line offset 0) r""";

  private final String jdbcUrl;
  private final String user;

  /**
   * @param user of the rating database; its password is the same
   */
  RatingFloor(String jdbcUrl, String user) {
    this.jdbcUrl = jdbcUrl;
    this.user = user;
  }

  /** The time that the statement and the key take over the models of an edition. */
  Duration rate(int edition) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, user, user);
        Statement statement = connection.createStatement()) {
      // As the service has it.
      statement.execute("set work_mem = '128MB'");
      statement.execute("set maintenance_work_mem = '256MB'");
      long start = System.nanoTime();
      connection.setAutoCommit(false);
      statement.execute(RATE.formatted(edition));
      statement.execute("alter table rating_floor add primary key (model_code)");
      connection.commit();
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      statement.execute("drop table rating_floor");
      connection.commit();
      return time;
    }
  }
}
