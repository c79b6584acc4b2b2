package org.carbonpublicity.reporting.sales;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the series in sales files stand for in an edition: by alias, then by the published models of
 * the series, then by what was registered of it.
 *
 * <p>A series is told by its models on sale. Only where none is published does its registration
 * count; preliminary models are nobody's business yet.
 */
public final class SeriesDirectory {

  private static final Set<String> NEV = Set.of("BEV", "PHEV");

  private final Map<String, Enterprise> enterprises = new HashMap<>();
  private final Map<SeriesKey, SeriesAlias> aliases = new HashMap<>();
  private final Map<SeriesKey, List<PublishedModels>> published = new HashMap<>();
  private final Map<SeriesKey, RegisteredSeries> registered = new HashMap<>();
  private final PriceBands bands;

  /**
   * @param aliases and {@code registered}: the latest revision of each
   */
  public SeriesDirectory(
      Collection<Enterprise> enterprises,
      Collection<SeriesAlias> aliases,
      Collection<RegisteredSeries> registered,
      Collection<PublishedModels> published,
      PriceBands bands) {
    enterprises.forEach(enterprise -> this.enterprises.put(enterprise.code(), enterprise));
    aliases.stream()
        .filter(SeriesAlias::inForce)
        .forEach(alias -> keep(this.aliases, alias.key(), alias));
    registered.stream()
        .filter(RegisteredSeries::inForce)
        .forEach(series -> keep(this.registered, series.key(), series));
    for (PublishedModels models : published) {
      this.published.computeIfAbsent(standing(models.key()), key -> new ArrayList<>()).add(models);
    }
    this.bands = bands;
  }

  /** A directory that knows no series. */
  public static SeriesDirectory ofEnterprises(Collection<Enterprise> enterprises) {
    return new SeriesDirectory(
        enterprises, List.of(), List.of(), List.of(), new PriceBands(List.of()));
  }

  /** The code of the enterprise that stands for another since they were merged. */
  public String standing(String code) {
    String standing = code;
    Set<String> passed = new HashSet<>();
    while (passed.add(standing)) {
      Enterprise enterprise = enterprises.get(standing);
      String next = enterprise == null ? null : enterprise.mergedInto();
      if (next == null) {
        return standing;
      }
      standing = next;
    }
    return standing;
  }

  /** Of what was said of several enterprises that are one by now, its own counts. */
  private <T> void keep(Map<SeriesKey, T> kept, SeriesKey key, T value) {
    SeriesKey standing = standing(key);
    if (key.equals(standing)) {
      kept.put(key, value);
    } else {
      kept.putIfAbsent(standing, value);
    }
  }

  SeriesKey standing(SeriesKey key) {
    return new SeriesKey(standing(key.enterprise()), key.series());
  }

  /**
   * What a series in a sales file is.
   *
   * @param name as the file spells it
   */
  public SoldSeries find(SeriesKey named, String name) {
    SeriesKey key = standing(named);
    String shown = name;
    SeriesAlias alias = aliases.get(key);
    if (alias != null && alias.targetEnterprise() != null && alias.targetSeries() != null) {
      key = standing(SeriesKey.of(alias.targetEnterprise(), alias.targetSeries()));
      shown = alias.targetSeries();
    }
    List<PublishedModels> models = published.getOrDefault(key, List.of());
    List<PublishedModels> onSale = models.stream().filter(PublishedModels::onSale).toList();
    RegisteredSeries registration = registered.get(key);
    if (!models.isEmpty()) {
      shown = models.stream().map(PublishedModels::series).sorted().findFirst().orElse(shown);
    } else if (registration != null) {
      shown = registration.series();
    }
    return onSale.isEmpty() ? pending(key, shown, models, registration) : rated(key, shown, onSale);
  }

  private SoldSeries rated(SeriesKey key, String shown, List<PublishedModels> onSale) {
    Integer worst = null;
    boolean nev = false;
    Set<Integer> tables = new TreeSet<>();
    for (PublishedModels models : onSale) {
      Integer one = models.worstClass();
      if (one != null && (worst == null || one > worst)) {
        worst = one;
      }
      nev |= NEV.contains(models.powertrain());
      Integer table = models.table();
      if (table != null) {
        tables.add(table);
      }
    }
    return new SoldSeries(key, name(key, onSale), shown, true, worst, nev, tables);
  }

  private SoldSeries pending(
      SeriesKey key,
      String shown,
      List<PublishedModels> offSale,
      @Nullable RegisteredSeries registration) {
    Set<Integer> tables = new TreeSet<>();
    boolean nev = false;
    if (registration != null) {
      nev = registration.powertrains().stream().anyMatch(NEV::contains);
      registration
          .pricesCny()
          .forEach(price -> bands.of(price).ifPresent(band -> tables.add(band.table())));
    }
    boolean matched = registration != null || !offSale.isEmpty();
    return new SoldSeries(key, name(key, offSale), shown, matched, null, nev, tables);
  }

  private String name(SeriesKey key, List<PublishedModels> models) {
    for (PublishedModels one : models) {
      if (one.enterprise().equals(key.enterprise())) {
        return one.enterpriseName();
      }
    }
    Enterprise enterprise = enterprises.get(key.enterprise());
    return enterprise == null ? key.enterprise() : enterprise.name();
  }
}
