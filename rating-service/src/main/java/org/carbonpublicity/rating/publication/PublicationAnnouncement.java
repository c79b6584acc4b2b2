package org.carbonpublicity.rating.publication;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a batch says of itself when it is published.
 *
 * @param kind null when it is none that this service knows
 * @param models number of footprints and withdrawals that the publication consists of
 */
public record PublicationAnnouncement(
    int publication,
    int batch,
    String title,
    @Nullable PublicationKind kind,
    long models,
    @Nullable LocalDate cutOff,
    Instant publishedAt) {}
