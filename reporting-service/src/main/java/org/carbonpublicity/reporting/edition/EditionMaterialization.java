package org.carbonpublicity.reporting.edition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.reporting.edition.persistence.EditionProgressRepository;
import org.carbonpublicity.reporting.edition.persistence.ModelRatingRepository;
import org.carbonpublicity.reporting.edition.persistence.PopulationRepository;
import org.carbonpublicity.reporting.report.EditionDocuments;
import org.carbonpublicity.reporting.report.Forms;
import org.carbonpublicity.reporting.report.Population;
import org.carbonpublicity.reporting.report.persistence.DocumentRepository;
import org.carbonpublicity.reporting.report.persistence.PublishedState;
import org.carbonpublicity.reporting.report.persistence.PublishedStateRepository;
import org.carbonpublicity.reporting.sales.BestSellerTables;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Turns the next complete edition into what readers see, in one transaction: its commit is the
 * switch. A crash before it leaves no trace, and whichever instance comes first begins anew.
 */
@ApplicationScoped
public class EditionMaterialization {

  private static final Logger LOG = Logger.getLogger(EditionMaterialization.class);

  /** Documents that follow from other events than ratings; an edition takes them over. */
  private static final List<String> CARRIED =
      List.of(Forms.TABLE_1.name(), Forms.TABLE_2.name(), Forms.TABLE_12.name());

  private final PublishedStateRepository state;
  private final EditionProgressRepository progress;
  private final ModelRatingRepository ratings;
  private final PopulationRepository populations;
  private final DocumentRepository documents;
  private final BestSellerTables bestSellers;
  private final Clock clock;
  private final ZoneId zone;

  EditionMaterialization(
      PublishedStateRepository state,
      EditionProgressRepository progress,
      ModelRatingRepository ratings,
      PopulationRepository populations,
      DocumentRepository documents,
      BestSellerTables bestSellers,
      Clock clock,
      @ConfigProperty(name = "reporting.zone") ZoneId zone) {
    this.state = state;
    this.progress = progress;
    this.ratings = ratings;
    this.populations = populations;
    this.documents = documents;
    this.bestSellers = bestSellers;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Publishes the edition after the latest, if all of it has come and no other instance is at it.
   *
   * @return whether an edition was published
   * @throws InconsistentEditionException when its rows do not add up; nothing is changed then
   */
  public boolean publishNext() throws SQLException {
    // Most calls end here, without a lock.
    Optional<CompletedEdition> due = progress.due(state.read().edition());
    if (due.isEmpty()) {
      return false;
    }
    // An edition in which nothing changed has no rows of its own, and no partition yet.
    ratings.ensurePartition(due.get().edition());
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Optional<PublishedState> locked = state.lockIfFree();
              if (locked.isEmpty()) {
                return false;
              }
              int latest = locked.get().edition();
              Optional<CompletedEdition> next = progress.due(latest);
              if (next.isEmpty()) {
                return false;
              }
              publish(next.get(), latest);
              return true;
            });
  }

  private void publish(CompletedEdition completed, int latest) throws SQLException {
    long started = clock.millis();
    int edition = completed.edition();
    long carried = latest == 0 ? 0 : ratings.carryForward(latest, edition);
    Population population = populations.population(edition);
    if (population.models() != completed.models()) {
      throw new InconsistentEditionException(
          "edition %d has %d models, but %d were rated"
              .formatted(edition, population.models(), completed.models()));
    }
    documents.save(edition, EditionDocuments.of(population, asOf(completed)));
    documents.carryForward(latest, edition, CARRIED);
    bestSellers.write(edition);
    progress.materialized(edition, carried, clock.instant());
    state.publish(edition);
    LOG.infof(
        "event=edition-materialized edition=%d models=%d carriedForward=%d millis=%d",
        edition, population.models(), carried, clock.millis() - started);
  }

  private LocalDate asOf(CompletedEdition completed) {
    LocalDate cutOff = completed.cutOff();
    return cutOff != null ? cutOff : LocalDate.ofInstant(completed.completedAt(), zone);
  }
}
