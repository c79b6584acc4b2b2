package org.carbonpublicity.disclosure.footprint;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carbonpublicity.disclosure.footprint.persistence.FactorSetRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The factor sets that are known, and the one in force. A set is immutable once it is stored. */
@ApplicationScoped
public class FactorSets {

  private final FactorSetRepository repository;
  private final ObjectMapper json;
  private final String activeId;

  FactorSets(
      FactorSetRepository repository,
      ObjectMapper json,
      @ConfigProperty(name = "disclosure.factor-set") String activeId) {
    this.repository = repository;
    this.json = json;
    this.activeId = activeId;
  }

  /** Stores the set that comes with the service, unless it is there; instances may race. */
  @Transactional
  void seed(@Observes @Priority(100) StartupEvent event) throws IOException {
    String resource = "/factor-sets/" + activeId + ".json";
    try (InputStream file = FactorSets.class.getResourceAsStream(resource)) {
      if (file != null) {
        repository.store(json.readValue(file, FactorSet.class));
      }
    }
    active();
  }

  /** The set that new calculations use. */
  @Transactional
  public FactorSet active() {
    return repository
        .find(activeId)
        .orElseThrow(() -> new IllegalStateException("there is no factor set " + activeId));
  }

  @Transactional
  public Optional<FactorSet> find(String id) {
    return repository.find(Objects.requireNonNull(id));
  }

  /** All sets, the latest effective first. */
  @Transactional
  public List<FactorSet> list() {
    return repository.list();
  }
}
