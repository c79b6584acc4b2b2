package org.carbonpublicity.rating.toprunner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.carbonpublicity.rating.scheme.Category;
import org.carbonpublicity.rating.toprunner.persistence.TopRunnerRepository;

/**
 * The top runners of completed editions. They are computed once per edition, by whoever needs them
 * first, and then only read.
 */
@ApplicationScoped
public class TopRunners {

  private final TopRunnerRepository repository;

  TopRunners(TopRunnerRepository repository) {
    this.repository = repository;
  }

  /** The best of each category, by category. */
  @Transactional
  public List<CategoryTop> of(int edition) {
    repository.ensure(edition);
    return repository.categories(edition);
  }

  /** Which of the models are top runners of the edition. */
  @Transactional
  public Set<String> among(int edition, Collection<String> modelCodes) {
    repository.ensure(edition);
    return repository.among(edition, modelCodes);
  }

  /**
   * Makes sure that an edition's top runners stand in the database, in the caller's transaction.
   */
  @Transactional
  public void ensure(int edition) {
    repository.ensure(edition);
  }

  /** The best of one category in the editions below a number, newest first. */
  @Transactional
  public List<CategoryTop> history(Category category, int belowEdition, int limit) {
    repository.missing().forEach(repository::ensure);
    return repository.history(category, belowEdition, limit);
  }

  /** The editions below a number in which a model is top runner of its category, newest first. */
  @Transactional
  public List<TopRunner> history(String modelCode, int belowEdition, int limit) {
    repository.missing().forEach(repository::ensure);
    return repository.history(modelCode, belowEdition, limit);
  }
}
