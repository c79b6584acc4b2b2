package org.carbonpublicity.messaging.deadletter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.carbonpublicity.messaging.MessagingConfig;
import org.carbonpublicity.messaging.deadletter.DeadLetters.KeptDeadLetter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What operators do with dead letters. */
@Path("/api/v1/operations/{service}/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
@Tag(name = "operations")
public class DeadLetterResource {

  private static final int MOST = 1_000;

  private final DeadLetters deadLetters;
  private final MessagingConfig config;

  DeadLetterResource(DeadLetters deadLetters, MessagingConfig config) {
    this.deadLetters = deadLetters;
    this.config = config;
  }

  @GET
  @Operation(operationId = "listDeadLetters", summary = "Events that could not be handled")
  @APIResponse(responseCode = "200", description = "Oldest first")
  public Response list(
      @PathParam("service") String service,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    if (isOther(service)) {
      return problem(404, "not-found", "No such service here: " + service);
    }
    int most;
    long after;
    try {
      most = limit == null ? 100 : Integer.parseInt(limit);
      after = cursor == null ? 0 : Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      return problem(400, "malformed-parameter", "limit and cursor are whole numbers");
    }
    if (most < 1 || most > MOST) {
      return problem(400, "malformed-parameter", "limit is between 1 and " + MOST);
    }
    List<KeptDeadLetter> letters = deadLetters.list(after, most);
    Response.ResponseBuilder answer = Response.ok(letters);
    if (letters.size() == most) {
      long last = letters.get(letters.size() - 1).id();
      answer.header(
          "Link",
          "</api/v1/operations/%s/dead-letters?limit=%d&cursor=%d>; rel=\"next\""
              .formatted(service, most, last));
    }
    return answer.build();
  }

  @POST
  @Path("/{id}/redrive")
  @Operation(operationId = "redriveDeadLetter", summary = "Handle a dead letter again")
  @APIResponse(responseCode = "200", description = "It was handled, now or before")
  @APIResponse(responseCode = "404", description = "There is none of that id")
  @APIResponse(responseCode = "422", description = "It still cannot be handled, and stays dead")
  public Response redrive(
      @PathParam("service") String service,
      @PathParam("id") String id,
      @Context SecurityContext caller) {
    if (isOther(service)) {
      return problem(404, "not-found", "No such service here: " + service);
    }
    try {
      boolean now = deadLetters.redrive(Long.parseLong(id), caller.getUserPrincipal().getName());
      return Response.ok(Map.of("id", Long.valueOf(id), "redriven", now)).build();
    } catch (NoSuchElementException | NumberFormatException e) {
      return problem(404, "not-found", "There is no dead letter " + id);
    } catch (RuntimeException e) {
      return problem(422, "still-not-handled", String.valueOf(e.getMessage()));
    }
  }

  private boolean isOther(String service) {
    return !service.equals(config.consumer());
  }

  private static Response problem(int status, String type, String detail) {
    return Response.status(status)
        .type("application/problem+json")
        .entity(
            Map.of(
                "type",
                "/problems/" + type,
                "title",
                type.replace('-', ' '),
                "status",
                status,
                "detail",
                detail))
        .build();
  }
}
