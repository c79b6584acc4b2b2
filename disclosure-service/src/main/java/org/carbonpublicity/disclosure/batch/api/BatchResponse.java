package org.carbonpublicity.disclosure.batch.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.BatchState;
import org.carbonpublicity.disclosure.batch.CorrectionKind;
import org.carbonpublicity.disclosure.http.EntityTag;
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
    @Nullable LocalDate cutOffDate,
    @Nullable LocalDate feedbackDeadline,
    long models,
    boolean reviewWaived,
    @Nullable String reviewWaivedReason,
    @Nullable Recalculation recalculation,
    boolean publicationWanted,
    @Nullable Progress publication,
    List<String> allowed,
    Instant createdAt,
    @Nullable Instant reviewStartedAt,
    @Nullable Instant reviewClosedAt,
    @Nullable Instant publishedAt,
    @Nullable Instant cancelledAt,
    @Nullable String cancellationReason,
    @Nullable CorrectionKind correction,
    @Nullable String reason) {

  /** How far its publication is. */
  @Schema(name = "PublicationProgress")
  record Progress(int number, long published, long total) {}

  /**
   * What the recalculation did.
   *
   * @param recalculated models that got a new revision
   * @param notRecalculable models that the factors in force cannot calculate; they keep theirs
   * @param finishedAt absent while it runs
   */
  @Schema(name = "Recalculation")
  record Recalculation(
      long recalculated, long notRecalculable, Instant startedAt, @Nullable Instant finishedAt) {}

  static BatchResponse of(Batch batch) {
    Integer publication = batch.publication();
    return new BatchResponse(
        batch.number(),
        batch.title(),
        batch.state(),
        batch.launchFrom(),
        batch.launchTo(),
        batch.cutOff(),
        batch.feedbackDeadline(),
        batch.models(),
        batch.waivedReason() != null,
        batch.waivedReason(),
        recalculation(batch),
        batch.publicationWanted() && batch.state() == BatchState.RECALCULATING,
        publication == null
            ? null
            : new Progress(publication, batch.publishedModels(), batch.models()),
        batch.state().allowed(),
        batch.createdAt(),
        batch.reviewAt(),
        batch.reviewClosedAt(),
        batch.publishedAt(),
        batch.cancelledAt(),
        batch.cancellationReason(),
        batch.correction(),
        batch.reason());
  }

  private static @Nullable Recalculation recalculation(Batch batch) {
    Instant started = batch.recalculationStartedAt();
    return started == null
        ? null
        : new Recalculation(
            batch.recalculatedModels(),
            batch.notRecalculableModels(),
            started,
            batch.recalculatedAt());
  }

  /** The answer that shows a batch, with its tag. */
  static Response answer(int status, Batch batch) {
    return Response.status(status).entity(of(batch)).header(HttpHeaders.ETAG, tag(batch)).build();
  }

  /** A check of the batch against an {@code If-Match} header; throws a 412 problem. */
  static Consumer<Batch> precondition(@Nullable String ifMatch) {
    return batch -> EntityTag.check(ifMatch, String.valueOf(batch.version()));
  }

  /** The header value of a batch's tag. */
  static String tag(Batch batch) {
    return EntityTag.quoted(String.valueOf(batch.version()));
  }
}
