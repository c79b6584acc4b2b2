package org.carbonpublicity.reporting.update.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.time.LocalDate;
import org.carbonpublicity.reporting.update.EditionSwitch;
import org.carbonpublicity.reporting.update.Follower;
import org.jspecify.annotations.Nullable;

/** A follower's connection. The next event is asked for when the one before has been written. */
final class EventLine implements Follower.Line {

  private static final long RECONNECT_MILLIS = 3_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final MultiEmitter<? super OutboundSseEvent> emitter;
  private final Sse sse;
  private final RoutingContext connection;

  EventLine(MultiEmitter<? super OutboundSseEvent> emitter, Sse sse, RoutingContext connection) {
    this.emitter = emitter;
    this.sse = sse;
    this.connection = connection;
  }

  /**
   * Data of an event.
   *
   * @param reports where the edition's tables and figures are
   */
  record Told(
      int edition,
      int previousEdition,
      long models,
      @Nullable LocalDate asOf,
      Instant publishedAt,
      String reports) {

    static Told of(EditionSwitch happened) {
      return new Told(
          happened.edition(),
          happened.previousEdition(),
          happened.models(),
          happened.asOf(),
          happened.publishedAt(),
          "/api/v1/reports/" + happened.edition());
    }
  }

  @Override
  public boolean isFree() {
    return emitter.requested() > 0;
  }

  @Override
  public boolean isDown() {
    return emitter.isCancelled();
  }

  @Override
  public void tell(EditionSwitch happened) {
    try {
      emitter.emit(
          sse.newEventBuilder()
              .id(Integer.toString(happened.edition()))
              .name("edition")
              .reconnectDelay(RECONNECT_MILLIS)
              .mediaType(MediaType.TEXT_PLAIN_TYPE)
              .data(JSON.writeValueAsString(Told.of(happened)))
              .build());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event of plain values is always JSON", e);
    }
  }

  @Override
  public void beat() {
    emitter.emit(sse.newEventBuilder().comment("up").build());
  }

  /** An end that is only announced would wait behind what is stuck. */
  @Override
  public void cut() {
    emitter.complete();
    connection.request().connection().close();
  }
}
