package org.carbonpublicity.reporting.sales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.carbonpublicity.reporting.sales.persistence.EnterpriseRepository;
import org.carbonpublicity.reporting.sales.persistence.SeriesAliasRepository;
import org.jspecify.annotations.Nullable;

/** Names in sales files that stand for series of the platform; the best sellers follow at once. */
@ApplicationScoped
public class SeriesAliases {

  private final SeriesAliasRepository aliases;
  private final EnterpriseRepository enterprises;
  private final BestSellerTables tables;
  private final Clock clock;

  SeriesAliases(
      SeriesAliasRepository aliases,
      EnterpriseRepository enterprises,
      BestSellerTables tables,
      Clock clock) {
    this.aliases = aliases;
    this.enterprises = enterprises;
    this.tables = tables;
    this.clock = clock;
  }

  /** An alias cannot stand for another one, nor for itself. */
  public static final class AliasChainException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Aliases in force, by enterprise and name. */
  public List<SeriesAlias> inForce() {
    return aliases.latest().stream().filter(SeriesAlias::inForce).toList();
  }

  /**
   * Makes a name stand for a series.
   *
   * @param enterprise code, and {@code targetEnterprise} too
   * @throws AliasChainException when the target is an alias, or the name the target of one
   */
  @Transactional
  public SeriesAlias put(
      String enterprise, String name, String targetEnterprise, String targetSeries, String actor) {
    int edition = tables.lockLatest();
    SeriesKey key = SeriesKey.of(enterprise, name);
    SeriesKey target = SeriesKey.of(targetEnterprise, targetSeries);
    boolean chained =
        key.equals(target)
            || inForce().stream()
                .filter(alias -> !alias.key().equals(key))
                .anyMatch(alias -> alias.key().equals(target) || target(alias).equals(key));
    if (chained) {
      throw new AliasChainException();
    }
    return change(edition, key, name, targetEnterprise, targetSeries, actor);
  }

  private static SeriesKey target(SeriesAlias alias) {
    return SeriesKey.of(
        String.valueOf(alias.targetEnterprise()), String.valueOf(alias.targetSeries()));
  }

  /** Takes an alias back; false when there is none in force. */
  @Transactional
  public boolean remove(String enterprise, String name, String actor) {
    int edition = tables.lockLatest();
    SeriesKey key = SeriesKey.of(enterprise, name);
    SeriesDirectory merged = SeriesDirectory.ofEnterprises(enterprises.all());
    // It may have been put while the enterprise was still another one.
    List<SeriesAlias> former =
        inForce().stream().filter(alias -> merged.standing(alias.key()).equals(key)).toList();
    former.forEach(alias -> change(edition, alias.key(), alias.name(), null, null, actor));
    return !former.isEmpty();
  }

  private SeriesAlias change(
      int edition,
      SeriesKey key,
      String name,
      @Nullable String targetEnterprise,
      @Nullable String targetSeries,
      String actor) {
    SeriesAlias alias =
        new SeriesAlias(
            key.enterprise(),
            name,
            targetEnterprise,
            targetSeries,
            aliases.latest(key).map(SeriesAlias::revision).orElse(0) + 1,
            actor,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    aliases.add(alias);
    tables.rewrite(edition);
    return alias;
  }
}
