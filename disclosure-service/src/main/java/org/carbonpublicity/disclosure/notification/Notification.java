package org.carbonpublicity.disclosure.notification;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something an automaker must know.
 *
 * @param parameters what the text is made with
 * @param readAt null while nobody has read it
 */
public record Notification(
    long id,
    String enterprise,
    NotificationKind kind,
    int batch,
    Map<String, String> parameters,
    Instant at,
    @Nullable Instant readAt) {}
