package org.carbonpublicity.disclosure.outlier.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.carbonpublicity.disclosure.batch.BatchState;
import org.carbonpublicity.disclosure.batch.Batches;
import org.carbonpublicity.disclosure.batch.api.Numbers;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Cursor;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.carbonpublicity.disclosure.http.Idempotency;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.carbonpublicity.disclosure.outlier.Outlier;
import org.carbonpublicity.disclosure.outlier.Outlier.Kind;
import org.carbonpublicity.disclosure.outlier.OutlierConflictException;
import org.carbonpublicity.disclosure.outlier.OutlierRule;
import org.carbonpublicity.disclosure.outlier.OutlierState;
import org.carbonpublicity.disclosure.outlier.Outliers;
import org.carbonpublicity.disclosure.outlier.persistence.OutlierRepository;
import org.carbonpublicity.disclosure.outlier.persistence.OutlierRepository.After;
import org.carbonpublicity.disclosure.outlier.persistence.OutlierRepository.Viewer;
import org.carbonpublicity.disclosure.outlier.persistence.ScanRepository;
import org.carbonpublicity.disclosure.outlier.persistence.ScanRepository.Progress;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What stands out in a batch: judged by analysts, explained by the automakers that are asked. */
@Path("/api/v1/batches/{number}/outliers")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "outliers")
class OutlierResource {

  private static final int LONGEST_TEXT = 2_000;

  private final Batches batches;
  private final Outliers outliers;
  private final OutlierRepository repository;
  private final ScanRepository scans;
  private final Idempotency idempotency;
  private final Caller caller;

  OutlierResource(
      Batches batches,
      Outliers outliers,
      OutlierRepository repository,
      ScanRepository scans,
      Idempotency idempotency,
      Caller caller) {
    this.batches = batches;
    this.outliers = outliers;
    this.repository = repository;
    this.scans = scans;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  /**
   * Outliers by model and rule.
   *
   * @param open not accepted and not resolved, of the whole batch; for analysts only
   * @param scanPending a change of the models has not been looked at yet; for analysts only
   */
  @Schema(name = "OutlierPage")
  record OutlierPage(
      List<OutlierResponse> items,
      @Nullable Long open,
      @Nullable Boolean scanPending,
      @Nullable Instant scannedAt) {}

  @Schema(name = "OutlierNote")
  record Note(@Nullable String note) {}

  @Schema(name = "OutlierText")
  record Text(@Nullable String text) {}

  @GET
  @RolesAllowed({"analyst", "automaker"})
  @Operation(
      operationId = "listOutliers",
      summary = "What stands out, with its evidence; an automaker sees what it was asked")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = OutlierPage.class)))
  @APIResponse(responseCode = "404", description = "There is no such batch, or not for the caller")
  public Response list(
      @PathParam("number") String number,
      @QueryParam("state") @Nullable String state,
      @QueryParam("rule") @Nullable String rule,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int batch = seen(number);
    int size = Cursor.limit(limit);
    List<Outlier> found =
        repository.list(
            batch,
            oneOf("state", state, OutlierState.values(), OutlierState::name),
            oneOf("rule", rule, OutlierRule.values(), OutlierRule::key),
            after(cursor),
            size + 1,
            viewer());
    List<Outlier> page = found.subList(0, Math.min(size, found.size()));
    List<OutlierResponse> items = page.stream().map(OutlierResponse::of).toList();
    Progress progress = caller.isAnalyst() ? scans.progress(batch) : null;
    Response.ResponseBuilder answer =
        Response.ok(
            progress == null
                ? new OutlierPage(items, null, null, null)
                : new OutlierPage(
                    items, progress.open(), progress.pending(), progress.scannedAt()));
    if (found.size() > size) {
      Outlier last = page.get(size - 1);
      answer.header(
          HttpHeaders.LINK,
          Cursor.nextLink(uri, uri.getPath(), last.modelCode() + " " + last.rule()));
    }
    return answer.build();
  }

  @POST
  @Path("/{id}/acceptance")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("analyst")
  @Operation(operationId = "acceptOutlier", summary = "Takes the values as they are, and says why")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = OutlierResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such outlier")
  @APIResponse(responseCode = "409", description = "Its state does not allow it")
  @APIResponse(responseCode = "422", description = "The note is missing or breaks rules")
  public Response accept(
      @PathParam("number") String number,
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable Note request) {
    return say(number, id, key, Kind.ACCEPTANCE, "note", request == null ? null : request.note());
  }

  @POST
  @Path("/{id}/question")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("analyst")
  @Operation(operationId = "questionOutlier", summary = "Asks the automaker of the model")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = OutlierResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such outlier")
  @APIResponse(responseCode = "409", description = "Its state does not allow it")
  @APIResponse(responseCode = "422", description = "The text is missing or breaks rules")
  public Response question(
      @PathParam("number") String number,
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable Text request) {
    return say(number, id, key, Kind.QUESTION, "text", request == null ? null : request.text());
  }

  @POST
  @Path("/{id}/answer")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"automaker", "analyst"})
  @Operation(
      operationId = "answerOutlier",
      summary = "The automaker's answer to a question, or an analyst's on its behalf")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = OutlierResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such question for the caller")
  @APIResponse(responseCode = "409", description = "Its state does not allow it")
  @APIResponse(responseCode = "422", description = "The text is missing or breaks rules")
  public Response answer(
      @PathParam("number") String number,
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable Text request) {
    return say(number, id, key, Kind.ANSWER, "text", request == null ? null : request.text());
  }

  private Response say(
      String number,
      String id,
      @Nullable String key,
      Kind kind,
      String field,
      @Nullable String given) {
    int batch = seen(number);
    UUID outlier = id(id);
    if (repository.find(batch, outlier, viewer()).isEmpty()) {
      throw unknown(id);
    }
    FieldFaults faults = new FieldFaults();
    String text = faults.text(field, given, LONGEST_TEXT);
    faults.refuse("invalid-remark", "What is said breaks rules");
    try {
      return idempotency.answer(
          caller.actor(),
          key,
          "POST /batches/" + batch + "/outliers/" + outlier + "/" + kind.key() + " " + text,
          () ->
              Response.ok(
                  outliers
                      .say(batch, outlier, kind, text, caller.actor(), viewer())
                      .map(OutlierResponse::of)
                      .orElseThrow(() -> unknown(id))));
    } catch (OutlierConflictException e) {
      throw Problems.notNow("outlier-state", String.valueOf(e.getMessage()), e.allowed());
    }
  }

  /** A batch that the caller may know of. */
  private int seen(String number) {
    return batches
        .find(Numbers.batch(number))
        .filter(batch -> caller.isAnalyst() || batch.state() != BatchState.DRAFT)
        .orElseThrow(() -> Numbers.unknownBatch(number))
        .number();
  }

  private Viewer viewer() {
    return new Viewer(caller.isAnalyst(), caller.enterprises());
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw unknown(text);
    }
  }

  private static <E> @Nullable E oneOf(
      String name, @Nullable String text, E[] values, Function<E, String> key) {
    if (text == null) {
      return null;
    }
    for (E value : values) {
      if (key.apply(value).equals(text)) {
        return value;
      }
    }
    throw Problems.invalidParameter(
        new Fault(
            name,
            "unknown-value",
            name + " is one of " + String.join(", ", Arrays.stream(values).map(key).toList())));
  }

  private static After after(@Nullable String cursor) {
    String key = Cursor.decode(cursor);
    if (key == null) {
      return new After("", "");
    }
    int space = key.indexOf(' ');
    if (space < 0) {
      throw Problems.invalidParameter(
          new Fault("cursor", "invalid", "take the cursor from the Link header"));
    }
    return new After(key.substring(0, space), key.substring(space + 1));
  }

  private static RuntimeException unknown(String id) {
    return Problems.notFound("unknown-outlier", "There is no outlier " + id);
  }
}
