package org.carbonpublicity.disclosure.brand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.brand.persistence.BrandRepository;
import org.carbonpublicity.disclosure.enterprise.MatchKey;
import org.carbonpublicity.disclosure.model.CountryStyle;
import org.jspecify.annotations.Nullable;

/** Registers brands, whose names and country styles rows of files then follow. */
@ApplicationScoped
public class Brands {

  private final BrandRepository repository;
  private final Audit audit;
  private final Clock clock;

  Brands(BrandRepository repository, Audit audit, Clock clock) {
    this.repository = repository;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Registers a brand, or replaces what is known of it. What is published keeps what it says, until
   * it is corrected.
   *
   * @param precondition sees the present brand, locked, or null; throws when it must not happen
   * @throws BrandNameTakenException when one of its names is another's
   */
  @Transactional
  public Brand put(
      String name,
      CountryStyle style,
      List<String> aliases,
      String actor,
      Consumer<@Nullable Brand> precondition) {
    repository.lock();
    Brand present = repository.find(name).orElse(null);
    precondition.accept(present);
    Map<String, String> distinct = new LinkedHashMap<>();
    aliases.forEach(alias -> distinct.putIfAbsent(MatchKey.of(alias), alias));
    distinct.remove(MatchKey.of(name));
    Brand wanted =
        new Brand(
            name,
            style,
            List.copyOf(distinct.values()),
            present == null ? 1 : present.revision() + 1);
    if (present != null && wanted.equals(revised(present))) {
      return present;
    }
    repository.store(wanted, clock.instant(), actor);
    audit.record(
        present == null ? "brand-registered" : "brand-changed",
        "brand/" + name,
        Map.of("countryStyle", style, "aliases", wanted.aliases()));
    return repository.find(name).orElseThrow();
  }

  private static Brand revised(Brand present) {
    return new Brand(
        present.name(), present.countryStyle(), present.aliases(), present.revision() + 1);
  }

  /** The brand of that name, not of that alias. */
  public Optional<Brand> find(String name) {
    return repository.find(name);
  }

  /** The brand that a name or alias names. */
  public Optional<Brand> named(String spelling) {
    return register().named(spelling);
  }

  /** Brands by name, after a place. */
  public List<Brand> list(String after, int limit) {
    return repository.list(after, limit);
  }

  /** All brands as they are now, for one file. */
  public BrandRegister register() {
    return new BrandRegister(repository.all());
  }
}
