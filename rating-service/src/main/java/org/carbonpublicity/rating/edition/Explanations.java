package org.carbonpublicity.rating.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.carbonpublicity.rating.edition.EditionFrames.Key;
import org.carbonpublicity.rating.edition.persistence.EditionRepository;
import org.carbonpublicity.rating.edition.persistence.RankRepository;
import org.carbonpublicity.rating.edition.persistence.RatingRepository;
import org.carbonpublicity.rating.edition.persistence.RatingRepository.InLatest;
import org.carbonpublicity.rating.scheme.Category;
import org.jspecify.annotations.Nullable;

/**
 * Finds a rating and what it follows from. All but the model's own row is in memory: an answer
 * costs one look-up by key, and that look-up also tells whether the edition is still the latest.
 */
@ApplicationScoped
public class Explanations {

  private static final int ATTEMPTS = 5;

  private final EditionRepository editions;
  private final EditionFrames frames;
  private final RatingRepository ratings;
  private final RankRepository rankRepository;
  private final RankMemory ranks;
  private volatile @Nullable EditionFrame latest;

  Explanations(
      EditionRepository editions,
      EditionFrames frames,
      RatingRepository ratings,
      RankRepository rankRepository,
      RankMemory ranks) {
    this.editions = editions;
    this.frames = frames;
    this.ratings = ratings;
    this.rankRepository = rankRepository;
    this.ranks = ranks;
  }

  /**
   * An edition's answer.
   *
   * @param explanation null when the edition has no such model
   */
  public record Answer(EditionFrame frame, @Nullable Explanation explanation) {}

  /** Of the latest edition; empty while there is none. */
  public Optional<Answer> inLatest(String modelCode) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      EditionFrame frame = latest;
      if (frame == null) {
        Optional<Edition> found = editions.latest();
        if (found.isEmpty()) {
          return Optional.empty();
        }
        frame = frames.of(found.get());
        latest = frame;
      }
      Key key = Key.of(frame.edition());
      InLatest row = ratings.findInLatest(frame.edition().number(), modelCode);
      if (key.equals(row.latest())) {
        return Optional.of(answer(frame, row.rating()));
      }
      latest = null;
    }
    throw new IllegalStateException("editions follow each other faster than they can be read");
  }

  /** Of a completed edition. */
  public Answer in(Edition edition, String modelCode) {
    return answer(frames.of(edition), ratings.find(edition.number(), modelCode).orElse(null));
  }

  private Answer answer(EditionFrame frame, @Nullable ModelRating rating) {
    return new Answer(
        frame, rating == null ? null : Explanation.of(frame, rating, place(frame, rating)));
  }

  private @Nullable Place place(EditionFrame frame, ModelRating rating) {
    if (!rating.onSale()) {
      return null;
    }
    Category category = Explanation.category(rating);
    EditionRanks known = ranks.of(Key.of(frame.edition()));
    Place place = known == null ? null : known.place(category, rating.footprintGramsPerKm());
    return place == null
        ? rankRepository.count(rating.edition(), category, rating.footprintGramsPerKm())
        : place;
  }
}
