package org.carbonpublicity.messaging.relay;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox that has its place in the order.
 *
 * @param position of the first event of the body; the others follow
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record OutboxRow(
    long id,
    long position,
    String topic,
    String type,
    int events,
    Map<String, String> headers,
    @Nullable String traceparent,
    Instant createdAt,
    byte[] body) {}
