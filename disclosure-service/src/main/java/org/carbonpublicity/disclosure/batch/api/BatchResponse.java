package org.carbonpublicity.disclosure.batch.api;

import java.time.Instant;
import java.time.LocalDate;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.BatchState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A batch as it is answered. */
@Schema(name = "Batch")
record BatchResponse(
    int number,
    String title,
    BatchState state,
    @Nullable String launchFrom,
    @Nullable String launchTo,
    @Nullable LocalDate feedbackDeadline,
    long models,
    boolean reviewWaived,
    @Nullable String reviewWaivedReason,
    @Nullable Progress publication,
    Instant createdAt,
    @Nullable Instant reviewStartedAt,
    @Nullable Instant publishedAt) {

  /** How far its publication is. */
  @Schema(name = "PublicationProgress")
  record Progress(int number, long published, long total) {}

  static BatchResponse of(Batch batch) {
    Integer publication = batch.publication();
    return new BatchResponse(
        batch.number(),
        batch.title(),
        batch.state(),
        batch.launchFrom(),
        batch.launchTo(),
        batch.feedbackDeadline(),
        batch.models(),
        batch.waivedReason() != null,
        batch.waivedReason(),
        publication == null
            ? null
            : new Progress(publication, batch.publishedModels(), batch.models()),
        batch.createdAt(),
        batch.reviewAt(),
        batch.publishedAt());
  }
}
