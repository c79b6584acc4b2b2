package org.carbonpublicity.disclosure.brand.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.disclosure.brand.Brand;
import org.carbonpublicity.disclosure.brand.BrandNameTakenException;
import org.carbonpublicity.disclosure.enterprise.MatchKey;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.model.CountryStyle;

/** Brands with their names. */
@ApplicationScoped
public class BrandRepository {

  private static final String SELECT =
      "select b.name, b.country_style, b.revision, array(select n.spelling from brand_name n where"
          + " n.brand = b.key and n.match_key <> b.key order by n.match_key) from brand b ";

  private final Database database;

  BrandRepository(Database database) {
    this.database = database;
  }

  /** Changes of brands wait for each other: they are rare, and their names depend on each other. */
  public void lock() {
    database.update("lock table brand in exclusive mode");
  }

  /**
   * Inserts a brand or replaces it.
   *
   * @throws BrandNameTakenException when one of its names is another's
   */
  public void store(Brand brand, Instant at, String actor) {
    String key = MatchKey.of(brand.name());
    database.update(
        "insert into brand (key, name, country_style, revision, changed_at, changed_by) values (?,"
            + " ?, ?, ?, ?, ?) on conflict (key) do update set name = excluded.name, country_style ="
            + " excluded.country_style, revision = excluded.revision, changed_at ="
            + " excluded.changed_at, changed_by = excluded.changed_by",
        key,
        brand.name(),
        brand.countryStyle().name(),
        brand.revision(),
        at.atOffset(ZoneOffset.UTC),
        actor);
    database.update("delete from brand_name where brand = ?", key);
    name(key, brand.name());
    brand.aliases().forEach(alias -> name(key, alias));
  }

  private void name(String brand, String spelling) {
    String key = MatchKey.of(spelling);
    int named =
        database.update(
            "insert into brand_name (match_key, brand, spelling) values (?, ?, ?) on conflict do"
                + " nothing",
            key,
            brand,
            spelling);
    if (named == 0) {
      String holder =
          database
              .first(
                  "select b.name from brand_name n join brand b on b.key = n.brand where n.match_key"
                      + " = ?",
                  row -> row.getString(1),
                  key)
              .orElseThrow();
      throw new BrandNameTakenException(spelling, holder);
    }
  }

  public Optional<Brand> find(String name) {
    return database.first(SELECT + "where b.key = ?", BrandRepository::map, MatchKey.of(name));
  }

  public List<Brand> list(String after, int limit) {
    return database.query(
        SELECT + "where b.key > ? order by b.key limit ?",
        BrandRepository::map,
        MatchKey.of(after),
        limit);
  }

  public List<Brand> all() {
    return database.query(SELECT, BrandRepository::map);
  }

  private static Brand map(ResultSet row) throws SQLException {
    return new Brand(
        row.getString(1),
        CountryStyle.valueOf(row.getString(2)),
        List.of((String[]) row.getArray(4).getArray()),
        row.getInt(3));
  }
}
