package org.carbonpublicity.messaging.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled.
 *
 * @param source null, like position, type and time, when the record was no event at all
 * @param reason why, for people
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record DeadLetter(
    String topic,
    int partition,
    long offset,
    Instant recordTime,
    @Nullable String source,
    @Nullable Long position,
    @Nullable String type,
    @Nullable String key,
    @Nullable Instant time,
    byte @Nullable [] payload,
    String reason) {}
