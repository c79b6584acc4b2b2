package org.carbonpublicity.rating.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.rating.publication.Publication;
import org.carbonpublicity.rating.scheme.ActiveScheme;
import org.carbonpublicity.rating.scheme.ClassBounds;
import org.carbonpublicity.rating.scheme.FixedLines;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.junit.jupiter.api.Test;

class EditionPlanTest {

  private static final LocalDate JUNE = LocalDate.of(2024, 6, 30);
  private static final LocalDate SEPTEMBER = LocalDate.of(2024, 9, 30);

  @Test
  void nothingIsDueWithoutASchemeInForce() {
    assertThat(EditionPlan.due(null, null, List.of(complete(1, JUNE)))).isEmpty();
  }

  @Test
  void nothingIsDueBeforeAPublicationIsComplete() {
    assertThat(EditionPlan.due(null, active(1), List.of())).isEmpty();
    assertThat(EditionPlan.due(null, active(1), List.of(new Publication(1, 6, 7L, null))))
        .isEmpty();
    assertThat(EditionPlan.due(null, active(1), List.of(new Publication(1, 7, null, null))))
        .isEmpty();
  }

  @Test
  void theFirstPublicationMakesTheFirstEdition() {
    assertThat(EditionPlan.due(null, active(1), List.of(complete(1, JUNE))))
        .contains(new EditionPlan(1, null, active(1), 1, 1, JUNE, EditionTrigger.PUBLICATION));
  }

  @Test
  void allCompletePublicationsGoIntoOneEdition() {
    List<Publication> later =
        List.of(complete(2, JUNE), complete(3, null), new Publication(4, 0, 1L, SEPTEMBER));

    EditionPlan plan = EditionPlan.due(edition(1, 1, 1), active(1), later).orElseThrow();

    assertThat(plan)
        .isEqualTo(new EditionPlan(2, 1, active(1), 2, 3, JUNE, EditionTrigger.PUBLICATION));
    assertThat(plan.newPublications()).isEqualTo(2);
  }

  @Test
  void aPublicationWaitsForThoseBefore() {
    List<Publication> later = List.of(complete(3, JUNE));

    assertThat(EditionPlan.due(edition(1, 1, 1), active(1), later)).isEmpty();
  }

  @Test
  void anotherSchemeMakesAnEditionOfTheSameModels() {
    EditionPlan plan = EditionPlan.due(edition(4, 2, 1), active(2), List.of()).orElseThrow();

    assertThat(plan)
        .isEqualTo(
            new EditionPlan(5, 4, active(2), 3, 2, SEPTEMBER, EditionTrigger.SCHEME_ACTIVATION));
    assertThat(plan.newPublications()).isZero();
  }

  @Test
  void nothingIsDueOnceEverythingIsRated() {
    assertThat(EditionPlan.due(edition(4, 2, 1), active(1), List.of())).isEmpty();
  }

  private static Publication complete(int number, LocalDate cutOff) {
    return new Publication(number, 7, 7L, cutOff);
  }

  private static ActiveScheme active(int activation) {
    BigDecimal one = BigDecimal.ONE;
    return new ActiveScheme(
        activation,
        new RatingScheme(
            "s",
            "S",
            "S",
            null,
            new FixedLines(Map.of()),
            new ClassBounds(List.of(one, one, one, one))));
  }

  private static Edition edition(int number, int publication, int activation) {
    return new Edition(
        number,
        EditionState.COMPLETED,
        EditionTrigger.PUBLICATION,
        "s",
        activation,
        publication,
        SEPTEMBER,
        0,
        0,
        0,
        List.of(0L, 0L, 0L, 0L, 0L),
        0,
        0,
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
