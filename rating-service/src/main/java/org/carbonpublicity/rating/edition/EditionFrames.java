package org.carbonpublicity.rating.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.rating.edition.persistence.PopulationRepository;
import org.carbonpublicity.rating.edition.persistence.ReferenceLineRepository;
import org.carbonpublicity.rating.scheme.PopulationNumbers;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.scheme.ReferenceLine;
import org.carbonpublicity.rating.scheme.Schemes;
import org.jspecify.annotations.Nullable;

/** The frames of completed editions, kept in memory: an edition never changes. */
@ApplicationScoped
public class EditionFrames {

  private static final int KEPT = 32;

  private final Schemes schemes;
  private final ReferenceLineRepository lines;
  private final PopulationRepository populations;
  private final LastUsed<Key, EditionFrame> frames = new LastUsed<>(KEPT);

  EditionFrames(Schemes schemes, ReferenceLineRepository lines, PopulationRepository populations) {
    this.schemes = schemes;
    this.lines = lines;
    this.populations = populations;
  }

  /**
   * Names an edition for good: a database that was restored from a copy may have made the same
   * number anew.
   */
  public record Key(int edition, @Nullable Instant completedAt) {
    public static Key of(Edition edition) {
      return new Key(edition.number(), edition.completedAt());
    }
  }

  /** The frame of a completed edition. */
  public EditionFrame of(Edition edition) {
    return frames.get(Key.of(edition), () -> read(edition));
  }

  private EditionFrame read(Edition edition) {
    List<FittedLine> fitted = lines.of(edition.number());
    Map<Powertrain, ReferenceLine> byPowertrain = new EnumMap<>(Powertrain.class);
    for (FittedLine line : fitted) {
      if (line.line() != null) {
        byPowertrain.put(line.powertrain(), line.line());
      }
    }
    return new EditionFrame(
        edition,
        schemes.find(edition.scheme()).orElseThrow().scheme(),
        fitted,
        new PopulationNumbers(byPowertrain, populations.categories(edition.number())));
  }
}
