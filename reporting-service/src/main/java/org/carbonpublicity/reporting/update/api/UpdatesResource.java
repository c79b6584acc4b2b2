package org.carbonpublicity.reporting.update.api;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.regex.Pattern;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.http.Problems.Fault;
import org.carbonpublicity.reporting.update.Follower;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** Tells who listens when an edition switches. */
@Path("/api/v1/updates")
@Tag(name = "updates")
public class UpdatesResource {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final Followers followers;

  UpdatesResource(Followers followers) {
    this.followers = followers;
  }

  @GET
  @PermitAll
  @Produces(MediaType.SERVER_SENT_EVENTS)
  // The second is for gateways that would collect an answer before they pass it on.
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Operation(
      operationId = "updates",
      summary =
          "Server-sent events: `edition` for every switch of edition, from the latest on or from the"
              + " one after Last-Event-ID")
  @APIResponse(
      responseCode = "200",
      description =
          "Events whose id is the number of the edition, and a comment now and then while there is"
              + " none. Data: edition, previousEdition, models, asOf, publishedAt, reports.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "400", description = "Last-Event-ID is not one of these ids")
  @APIResponse(responseCode = "503", description = "Too many listen to this instance already")
  public Multi<OutboundSseEvent> updates(
      @Parameter(description = "Id of the last event that came; those after it follow.")
          @HeaderParam("Last-Event-ID")
          @Nullable String lastEventId,
      @Context Sse sse,
      @Context RoutingContext connection) {
    Integer told = told(lastEventId);
    if (!followers.enter()) {
      throw Problems.tooManyFollowers();
    }
    return Multi.createFrom()
        .<OutboundSseEvent>emitter(
            emitter -> {
              emitter.onTermination(followers::leave);
              EventLine line = new EventLine(emitter, sse, connection);
              followers.add(new Follower(line, told, System.nanoTime()));
            },
            BackPressureStrategy.BUFFER);
  }

  private static @Nullable Integer told(@Nullable String lastEventId) {
    if (lastEventId == null) {
      return null;
    }
    if (!NUMBER.matcher(lastEventId).matches()) {
      throw Problems.invalidParameter(
          new Fault("Last-Event-ID", "invalid", "Last-Event-ID is the id of an event sent here"));
    }
    return Integer.valueOf(lastEventId);
  }
}
