package org.carbonpublicity.reporting.edition.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.carbonpublicity.messaging.InvalidEventException;
import org.carbonpublicity.reporting.edition.persistence.RatingColumn;
import org.carbonpublicity.reporting.testing.RatedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRatedReaderTest {

  private static final Path SAMPLES = Path.of("../rating-service/src/main/resources/events");

  private final ModelRatedReader reader = new ModelRatedReader();

  @Test
  void readsTheProducersSample() throws IOException {
    reader.read(Files.readAllBytes(SAMPLES.resolve("model-rated.v1.json")));

    assertThat(reader.edition()).isEqualTo(2);
    assertThat(get(RatingColumn.MODEL_CODE)).isEqualTo("E01-0001");
    assertThat(get(RatingColumn.GROUP_NAME)).isEqualTo("Dongfeng Group");
    assertThat(get(RatingColumn.FOOTPRINT_GRAMS_PER_KM)).isEqualTo("141.68");
    assertThat(get(RatingColumn.RATING_CLASS)).isEqualTo("1");
    assertThat(get(RatingColumn.BELOW_AVERAGE)).isEqualTo("true");
    assertThat(reader.values()).doesNotContain("1.4E3");
  }

  @Test
  void readsTheProducersSampleOfAnUnratedModel() throws IOException {
    reader.read(Files.readAllBytes(SAMPLES.resolve("model-rated.v1.unrated.json")));

    assertThat(get(RatingColumn.RATING_CLASS)).isNull();
    assertThat(get(RatingColumn.UNRATED_REASON)).isEqualTo("NO_CURB_MASS");
    assertThat(get(RatingColumn.GROUP_NAME)).isNull();
  }

  @Test
  void forgetsTheEventBefore() {
    read(RatedModel.model("M1").with("group", "G"));

    read(RatedModel.model("M2"));

    assertThat(get(RatingColumn.GROUP_NAME)).isNull();
    assertThat(get(RatingColumn.MODEL_CODE)).isEqualTo("M2");
  }

  @Test
  void skipsWhatALaterProducerAdds() {
    read(RatedModel.model("M1").with("later", java.util.Map.of("class", 5, "edition", 9)));

    assertThat(reader.edition()).isEqualTo(1);
    assertThat(get(RatingColumn.RATING_CLASS)).isEqualTo("1");
  }

  static Stream<Arguments> invalidModels() {
    return Stream.of(
        invalid("no footprint", model -> model.without("footprintGramsPerKm")),
        invalid("footprint as text", model -> model.with("footprintGramsPerKm", "150")),
        invalid("negative footprint", model -> model.footprint("-1")),
        invalid("code as number", model -> model.with("modelCode", 7)),
        invalid("class 6", model -> model.with("class", 6)),
        invalid("class 1.5", model -> model.with("class", new BigDecimal("1.5"))),
        invalid("on sale and no side of the mean", model -> model.without("belowAverage")),
        invalid("off sale and below the mean", model -> model.with("onSale", false)),
        invalid("NUL in a name", model -> model.with("modelName", "a\0b")),
        invalid("endless number", model -> model.footprint("1." + "3".repeat(80))));
  }

  private static Arguments invalid(String what, UnaryOperator<RatedModel> change) {
    return Arguments.of(what, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invalidModels")
  void refusesForGood(String what, UnaryOperator<RatedModel> change) {
    RatedModel model = change.apply(RatedModel.model("M1"));

    assertThatExceptionOfType(InvalidEventException.class).as(what).isThrownBy(() -> read(model));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{", "null", "{\"edition\": 1}", "{\"edition\": 1e3}", "\u0000"})
  void refusesWhatIsNoRating(String payload) {
    assertThatExceptionOfType(InvalidEventException.class)
        .isThrownBy(() -> reader.read(payload.getBytes(StandardCharsets.UTF_8)));
  }

  private void read(RatedModel model) {
    reader.read(model.in(1).json().getBytes(StandardCharsets.UTF_8));
  }

  private String get(RatingColumn column) {
    return reader.values()[column.ordinal()];
  }
}
