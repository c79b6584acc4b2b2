package org.carbonpublicity.disclosure.preview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.footprint.FactorSets;
import org.carbonpublicity.disclosure.preview.persistence.PreviewRepository;

/** Asks for previews and reads how far they are. */
@ApplicationScoped
public class Previews {

  private final PreviewRepository repository;
  private final Event<PreviewRequested> requested;
  private final Audit audit;
  private final Clock clock;

  Previews(
      PreviewRepository repository, Event<PreviewRequested> requested, Audit audit, Clock clock) {
    this.repository = repository;
    this.requested = requested;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Asks for a preview under a factor set as it is now.
   *
   * @return empty when there is no such set
   */
  @Transactional
  public Optional<Preview> request(String factorSet, String actor) {
    UUID id = UUID.randomUUID();
    if (!FactorSets.isId(factorSet) || !repository.insert(id, factorSet, clock.instant(), actor)) {
      return Optional.empty();
    }
    audit.record("preview-requested", "factor-set/" + factorSet, Map.of("preview", id.toString()));
    requested.fire(new PreviewRequested(id));
    return repository.find(id);
  }

  @Transactional
  public Optional<Preview> find(UUID id) {
    return repository.find(id);
  }
}
