package org.carbonpublicity.messaging;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came from the broker.
 *
 * @param source the outbox it was written to (CloudEvents {@code source})
 * @param position its place in the order of that source (CloudEvents {@code id}); grows along a
 *     partition, except for an event that is sent again
 * @param key the record's key, by which order is kept
 * @param time when it was appended to the outbox
 * @param payload JSON
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; copying would cost a batch its speed.
public record ReceivedEvent(
    String topic,
    int partition,
    long offset,
    String source,
    long position,
    String type,
    String key,
    Instant time,
    byte[] payload,
    @Nullable String traceparent) {

  private static final ObjectMapper READER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          // Within a version, optional fields are added: an older consumer must not mind.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /**
   * The payload as the consumer's own record.
   *
   * @throws InvalidEventException when it is not JSON of that shape
   */
  public <T> T as(Class<T> shape) {
    try {
      T value = READER.readValue(payload, shape);
      if (value == null) {
        throw new InvalidEventException(type + " is empty");
      }
      return value;
    } catch (IOException e) {
      throw new InvalidEventException(type + " is malformed: " + e.getMessage(), e);
    }
  }
}
