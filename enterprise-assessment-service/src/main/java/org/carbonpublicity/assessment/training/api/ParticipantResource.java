package org.carbonpublicity.assessment.training.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Cursor;
import org.carbonpublicity.assessment.http.Idempotency;
import org.carbonpublicity.assessment.http.Ids;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.training.Attendee;
import org.carbonpublicity.assessment.training.Participant;
import org.carbonpublicity.assessment.training.TrainingSessions;
import org.carbonpublicity.assessment.training.api.SessionRequests.ParticipantsRequest;
import org.carbonpublicity.assessment.training.api.TrainingResponses.ParticipantPage;
import org.carbonpublicity.assessment.training.api.TrainingResponses.ParticipantResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who takes part in a session: an enterprise's people for its automaker, all for assessors. */
@Path("/api/v1/training-sessions")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "training")
class ParticipantResource {

  private static final String CSV = "text/csv";

  private final TrainingSessions sessions;
  private final Idempotency idempotency;
  private final Caller caller;
  private final ObjectMapper json;

  ParticipantResource(
      TrainingSessions sessions, Idempotency idempotency, Caller caller, ObjectMapper json) {
    this.sessions = sessions;
    this.idempotency = idempotency;
    this.caller = caller;
    this.json = json;
  }

  @POST
  @Path("/{id}/participants")
  @Consumes({MediaType.APPLICATION_JSON, CSV})
  @RolesAllowed({"assessor", "automaker"})
  @Operation(
      operationId = "registerTrainingParticipants",
      summary = "Registers people for a planned session, all or none",
      description =
          "As JSON, or as a CSV file (UTF-8 or GB18030) of the columns enterprise, name and"
              + " personal_key, whose faults are told by row.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ParticipantsRequest.class)),
        @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
      })
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ParticipantPage.class)))
  @APIResponse(responseCode = "403", description = "Somebody of another enterprise")
  @APIResponse(responseCode = "404", description = "There is no such session")
  @APIResponse(responseCode = "409", description = "Not PLANNED; allowed says what is")
  @APIResponse(responseCode = "422", description = "All faults are named, nobody is registered")
  public Response register(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @HeaderParam("Content-Type") @Nullable MediaType type,
      byte[] body)
      throws IOException {
    List<Attendee> attendees =
        type != null && type.getSubtype().equals("csv")
            ? AttendeeFile.read(body)
            : SessionRequests.given(json.readValue(body, ParticipantsRequest.class)).checked();
    attendees.forEach(attendee -> requireOwn(attendee.enterprise()));
    return idempotency.answer(
        caller.name(),
        idempotencyKey,
        "POST training-sessions %s participants %s".formatted(id, attendees),
        () -> {
          List<Participant> registered =
              Refusals.of(id, uuid -> sessions.register(uuid, attendees, caller.name()));
          return Response.status(Response.Status.CREATED).entity(page(registered));
        });
  }

  @GET
  @Path("/{id}/participants")
  @RolesAllowed({"assessor", "automaker"})
  @Operation(
      operationId = "listTrainingParticipants",
      summary = "Participants in the order of registration; an automaker's own alone")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ParticipantPage.class)))
  @APIResponse(responseCode = "403", description = "Another enterprise's are asked for")
  @APIResponse(responseCode = "404", description = "There is no such session")
  public Response list(
      @PathParam("id") String id,
      @QueryParam("enterprise") @Nullable String enterprise,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    Long after = Cursor.decodeNumber(cursor);
    if (enterprise != null) {
      requireOwn(enterprise);
    }
    UUID session = Refusals.of(id, sessions::find).id();
    List<Participant> found = sessions.participants(session, scope(enterprise), after, size + 1);
    List<Participant> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer = Response.ok(page(page));
    if (found.size() > size) {
      String last = Long.toString(page.get(size - 1).number());
      answer.header(HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), last));
    }
    return answer.build();
  }

  @DELETE
  @Path("/{id}/participants/{participant}")
  @RolesAllowed({"assessor", "automaker"})
  @Operation(
      operationId = "removeTrainingParticipant",
      summary = "Takes a registration back, such as one with a misspelled name")
  @APIResponse(responseCode = "204", description = "Nothing of it stays")
  @APIResponse(responseCode = "403", description = "Somebody of another enterprise")
  @APIResponse(responseCode = "404", description = "There is no such session or participant")
  @APIResponse(responseCode = "409", description = "Not PLANNED any more")
  public void remove(@PathParam("id") String id, @PathParam("participant") String participant) {
    UUID session = Refusals.of(id, sessions::find).id();
    Participant found =
        Ids.parse(participant)
            .flatMap(uuid -> sessions.participant(session, uuid))
            .orElseThrow(() -> unknown(participant));
    requireOwn(found.enterprise());
    if (!Refusals.of(id, uuid -> sessions.remove(uuid, found.id()))) {
      throw unknown(participant);
    }
  }

  private static RuntimeException unknown(String participant) {
    return Problems.notFound(
        "unknown-training-participant", "there is no participant " + participant);
  }

  private @Nullable Set<String> scope(@Nullable String enterprise) {
    if (enterprise != null) {
      return Set.of(enterprise);
    }
    return caller.isAssessor() ? null : caller.enterprises();
  }

  private void requireOwn(String enterprise) {
    if (!caller.isAssessor() && !caller.actsFor(enterprise)) {
      throw Problems.forbidden("foreign-enterprise", "you do not act for this enterprise");
    }
  }

  private static ParticipantPage page(List<Participant> participants) {
    return new ParticipantPage(participants.stream().map(ParticipantResponse::of).toList());
  }
}
