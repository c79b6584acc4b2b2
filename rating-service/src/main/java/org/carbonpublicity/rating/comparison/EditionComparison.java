package org.carbonpublicity.rating.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.rating.comparison.persistence.MigrationRepository;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.EditionFrame;
import org.carbonpublicity.rating.edition.EditionFrames;
import org.carbonpublicity.rating.edition.LastUsed;
import org.carbonpublicity.rating.edition.persistence.PopulationRepository;
import org.carbonpublicity.rating.scheme.PopulationNumbers;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.scheme.ReferenceLine;
import org.carbonpublicity.rating.scheme.SchemeKind;
import org.jspecify.annotations.Nullable;

/** Compares completed editions. What was found is kept: editions never change. */
@ApplicationScoped
public class EditionComparison {

  private static final int KEPT = 64;

  private final MigrationRepository repository;
  private final PopulationRepository populations;
  private final EditionFrames frames;
  private final LastUsed<Pair, Migrations> migrations = new LastUsed<>(KEPT);
  private final LastUsed<Pair, MoveAttribution> attributions = new LastUsed<>(KEPT);

  EditionComparison(
      MigrationRepository repository, PopulationRepository populations, EditionFrames frames) {
    this.repository = repository;
    this.populations = populations;
    this.frames = frames;
  }

  private record Pair(EditionFrames.Key since, EditionFrames.Key edition) {}

  /** A model in both editions and, when it is in both, how it came from one class to the other. */
  public record Compared(ComparedModel model, @Nullable ClassSteps steps) {}

  /**
   * All class moves, counted, with their causes.
   *
   * @param since earlier than the other one
   */
  @Transactional
  public Migrations migrations(Edition since, Edition edition) {
    return migrations.get(pair(since, edition), () -> count(since, edition));
  }

  private Migrations count(Edition since, Edition edition) {
    MoveAttribution attribution = attribution(since, edition);
    CauseCounter counter = new CauseCounter();
    repository.moves(
        since.number(),
        edition.number(),
        (before, after, category, mass, footprint) ->
            counter.add(attribution.attribute(before, after, category, mass, footprint)));
    return new Migrations(
        edition.number(),
        since.number(),
        repository.cells(since.number(), edition.number()),
        counter.counts());
  }

  /** Models of one combination of classes, by model code, after the given one. */
  @Transactional
  public List<Compared> models(
      Edition since,
      Edition edition,
      Standing from,
      Standing to,
      @Nullable String afterModelCode,
      int limit) {
    MoveAttribution attribution = attribution(since, edition);
    return repository
        .models(since.number(), edition.number(), from, to, afterModelCode, limit)
        .stream()
        .map(model -> new Compared(model, steps(attribution, model)))
        .toList();
  }

  private static @Nullable ClassSteps steps(MoveAttribution attribution, ComparedModel model) {
    ComparedModel.State before = model.before();
    ComparedModel.State after = model.after();
    return before == null || after == null
        ? null
        : attribution.attribute(
            before.standing(),
            after.standing(),
            after.category(),
            after.curbMassKg(),
            after.footprintGramsPerKm());
  }

  private MoveAttribution attribution(Edition since, Edition edition) {
    return attributions.get(pair(since, edition), () -> attribute(since, edition));
  }

  private MoveAttribution attribute(Edition since, Edition edition) {
    EditionFrame earlier = frames.of(since);
    EditionFrame later = frames.of(edition);
    return new MoveAttribution(
        earlier.scheme(),
        earlier.population(),
        new PopulationNumbers(fitted(earlier, later), later.population().categories()),
        since.scheme().equals(edition.scheme()));
  }

  /** The lines that the earlier scheme fits to the later edition. */
  private Map<Powertrain, ReferenceLine> fitted(EditionFrame earlier, EditionFrame later) {
    boolean wanted = earlier.scheme().reference().kind() == SchemeKind.FITTED_LINES;
    boolean kept = later.scheme().reference().kind() == SchemeKind.FITTED_LINES;
    return wanted && !kept ? populations.fit(later.edition().number()) : later.population().lines();
  }

  private static Pair pair(Edition since, Edition edition) {
    return new Pair(EditionFrames.Key.of(since), EditionFrames.Key.of(edition));
  }
}
