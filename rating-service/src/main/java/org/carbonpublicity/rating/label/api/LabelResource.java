package org.carbonpublicity.rating.label.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.carbonpublicity.rating.http.Caller;
import org.carbonpublicity.rating.http.Cursor;
import org.carbonpublicity.rating.http.Idempotency;
import org.carbonpublicity.rating.http.Problems;
import org.carbonpublicity.rating.http.Problems.Fault;
import org.carbonpublicity.rating.label.Applicant;
import org.carbonpublicity.rating.label.Label;
import org.carbonpublicity.rating.label.LabelFilter;
import org.carbonpublicity.rating.label.LabelKind;
import org.carbonpublicity.rating.label.Labels;
import org.carbonpublicity.rating.label.credential.PublicAddresses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Labels: applied for by automakers, read by everybody once there is a certificate. */
@Path("/api/v1/labels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "labels")
class LabelResource {

  private final Labels labels;
  private final Caller caller;
  private final Idempotency idempotency;
  private final PublicAddresses addresses;
  private final Clock clock;

  LabelResource(
      Labels labels,
      Caller caller,
      Idempotency idempotency,
      PublicAddresses addresses,
      Clock clock) {
    this.labels = labels;
    this.caller = caller;
    this.idempotency = idempotency;
    this.addresses = addresses;
    this.clock = clock;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listLabels",
      summary = "Labels, newest application first",
      description =
          "Everybody sees certificates; an automaker also its own applications, an analyst all.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LabelResponse.Page.class)))
  @APIResponse(responseCode = "400", description = "A parameter is unknown or has no such value")
  public Response list(@BeanParam LabelQuery query, @Context UriInfo uri) {
    int size = Cursor.limit(query.limit);
    LabelFilter filter = query.filter(caller);
    List<Label> found = labels.list(filter, query.below(), size + 1);
    List<Label> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(new LabelResponse.Page(page.stream().map(this::response).toList()))
            .header(HttpHeaders.CACHE_CONTROL, "no-cache")
            .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    if (found.size() > size) {
      answer.header(
          HttpHeaders.LINK,
          Cursor.nextLink(uri, uri.getPath(), Long.toString(page.get(size - 1).id())));
    }
    return answer.build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"automaker", "analyst"})
  @Operation(
      operationId = "applyForLabels",
      summary = "Applies for labels of models, all or none",
      description = "An automaker for models of its own enterprises, an analyst on behalf.")
  @APIResponse(
      responseCode = "201",
      description = "One application per model",
      content = @Content(schema = @Schema(implementation = LabelResponse.Page.class)))
  @APIResponse(responseCode = "422", description = "All faults are named; nothing was stored")
  public Response apply(
      LabelRequest.@Nullable Application request,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    List<Fault> faults = new ArrayList<>();
    boolean known =
        Arrays.stream(LabelKind.values()).anyMatch(kind -> kind.name().equals(request.kind()));
    if (!known) {
      faults.add(new Fault("kind", "invalid", "kind is CLASS or TOP_RUNNER"));
    }
    List<String> models = models(request, faults);
    if (!faults.isEmpty()) {
      throw Problems.unprocessable(
          "invalid-label-application", "The application is wrong; nothing was stored", faults);
    }
    LabelKind kind = LabelKind.valueOf(String.valueOf(request.kind()));
    Applicant applicant = new Applicant(caller.actor(), caller.isAnalyst(), caller.enterprises());
    return LabelProblems.answering(
        () ->
            idempotency.answer(
                caller.actor(),
                idempotencyKey,
                "labels " + kind + " " + models,
                () -> {
                  List<Label> applied = labels.apply(kind, models, applicant);
                  return Response.status(Response.Status.CREATED)
                      .header(HttpHeaders.LOCATION, "/api/v1/labels/" + applied.get(0).id())
                      .entity(
                          new LabelResponse.Page(applied.stream().map(this::response).toList()));
                }));
  }

  private static List<String> models(LabelRequest.Application request, List<Fault> faults) {
    List<String> models = new ArrayList<>();
    List<@Nullable String> given = request.models();
    if (given == null) {
      faults.add(new Fault("models", "required", "models is a list of model codes"));
      return models;
    }
    for (int i = 0; i < given.size(); i++) {
      String code = given.get(i);
      if (code == null || code.isBlank() || code.indexOf('\0') >= 0) {
        faults.add(new Fault("models[" + i + "]", "invalid", "a model code is expected"));
      } else {
        models.add(code);
      }
    }
    return models;
  }

  @GET
  @Path("/{label}")
  @PermitAll
  @Operation(
      operationId = "getLabel",
      summary = "One label, by the number of its application or its serial number")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LabelResponse.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such label, or it is an application that is not the caller's")
  public Response get(@PathParam("label") String reference) {
    Label label =
        labels.find(reference).filter(this::isVisible).orElseThrow(LabelProblems::unknown);
    return Response.ok(response(label))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .build();
  }

  private boolean isVisible(Label label) {
    return label.certificate() != null
        || caller.isAnalyst()
        || caller.enterprises().contains(label.enterprise());
  }

  private LabelResponse response(Label label) {
    return LabelResponse.of(label, clock.instant(), addresses);
  }
}
