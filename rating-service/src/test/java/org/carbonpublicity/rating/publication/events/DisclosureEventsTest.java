package org.carbonpublicity.rating.publication.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.carbonpublicity.messaging.InvalidEventException;
import org.carbonpublicity.messaging.ReceivedEvent;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.carbonpublicity.rating.publication.IncomingFootprint;
import org.carbonpublicity.rating.publication.IncomingWithdrawal;
import org.carbonpublicity.rating.publication.PublicationAnnouncement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What disclosure sends, by its own samples, and what is refused of it. */
class DisclosureEventsTest {

  private static final Path SAMPLES = Path.of("../disclosure-service/src/main/resources/events");

  @Test
  void disclosuresSampleOfAFootprintIsUnderstood() throws IOException {
    ObjectNode sample = sample(FootprintPublished.TYPE);

    IncomingFootprint footprint = read(sample);

    assertThat(footprint.modelCode()).isEqualTo(sample.get("modelCode").asText());
    assertThat(footprint.footprintGramsPerKm())
        .isEqualByComparingTo(sample.get("footprintGramsPerKm").decimalValue());
    assertThat(footprint.publication()).isEqualTo(sample.get("publication").asInt());
    assertThat(footprint.batch()).isEqualTo(sample.get("batch").asInt());
    assertThat(footprint.enterpriseName()).isEqualTo(sample.get("enterpriseName").asText());
  }

  @Test
  void disclosuresSampleOfABatchIsUnderstood() throws IOException {
    ObjectNode sample = sample(BatchPublished.TYPE);

    PublicationAnnouncement announcement =
        event(BatchPublished.TYPE, sample.toString()).as(BatchPublished.class).checked();

    assertThat(announcement.models()).isEqualTo(sample.get("footprints").asLong());
    assertThat(announcement.publication()).isEqualTo(sample.get("publication").asInt());
    assertThat(announcement.batch()).isEqualTo(sample.get("batch").asInt());
  }

  @Test
  void disclosuresSampleOfACorrectionIsUnderstood() throws IOException {
    ObjectNode sample = sample(BatchPublished.TYPE + ".correction");

    PublicationAnnouncement announcement =
        event(BatchPublished.TYPE, sample.toString()).as(BatchPublished.class).checked();

    assertThat(announcement.models())
        .isEqualTo(sample.get("footprints").asLong() + sample.get("withdrawals").asLong());
  }

  @Test
  void disclosuresSampleOfAWithdrawalIsUnderstood() throws IOException {
    ObjectNode sample = sample(FootprintWithdrawn.TYPE);

    IncomingWithdrawal withdrawal =
        event(FootprintWithdrawn.TYPE, sample.toString()).as(FootprintWithdrawn.class).checked();

    assertThat(withdrawal.modelCode()).isEqualTo(sample.get("modelCode").asText());
    assertThat(withdrawal.mergedInto()).isEqualTo(sample.get("mergedInto").asText());
    assertThat(withdrawal.publication()).isEqualTo(sample.get("publication").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"modelCode", "revision", "publication", "batch"})
  void aWithdrawalThatLacksAFieldIsRefused(String field) throws IOException {
    ObjectNode broken = sample(FootprintWithdrawn.TYPE);
    broken.remove(field);

    assertThatThrownBy(
            () ->
                event(FootprintWithdrawn.TYPE, broken.toString())
                    .as(FootprintWithdrawn.class)
                    .checked())
        .isInstanceOf(InvalidEventException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "modelCode, null, modelCode is missing",
    "footprintGramsPerKm, null, footprintGramsPerKm is missing",
    "footprintGramsPerKm, 0, footprintGramsPerKm is not positive",
    "footprintGramsPerKm, 1e999999, footprintGramsPerKm has too many digits",
    "footprintGramsPerKm, \"many\", malformed",
    "curbMassKg, -3, curbMassKg is negative",
    "publication, 0, publication is not positive",
    "powertrain, \"STEAM\", powertrain is unknown",
    "segment, \"Z\", segment is unknown",
    "brand, \"a\\u0000b\", brand contains a NUL",
    "launchMonth, \"2024-13\", launchMonth is not YYYY-MM",
    "onSale, null, onSale is missing",
  })
  void whatCannotBeRatedIsRefusedWithItsField(String field, String json, String reason) {
    ObjectNode broken = (ObjectNode) Platform.parse(Model.sedan("A", "200").json(1, 3));
    assertThat(read(broken).modelCode()).isEqualTo("A");
    broken.set(field, Platform.parse(json));

    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(InvalidEventException.class)
        .hasMessageContaining(reason);
  }

  private static IncomingFootprint read(ObjectNode json) {
    return event(FootprintPublished.TYPE, json.toString()).as(FootprintPublished.class).checked();
  }

  private static ObjectNode sample(String type) throws IOException {
    return (ObjectNode) Platform.parse(Files.readString(SAMPLES.resolve(type + ".json")));
  }

  private static ReceivedEvent event(String type, String json) {
    return new ReceivedEvent(
        Topics.FOOTPRINTS,
        0,
        0,
        "urn:test",
        1,
        type,
        "key",
        Instant.EPOCH,
        json.getBytes(StandardCharsets.UTF_8),
        null);
  }
}
