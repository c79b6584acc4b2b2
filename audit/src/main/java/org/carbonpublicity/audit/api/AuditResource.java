package org.carbonpublicity.audit.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.carbonpublicity.audit.AuditChain.Anchor;
import org.carbonpublicity.audit.AuditChain.Outcome;
import org.carbonpublicity.audit.AuditEntry;
import org.carbonpublicity.audit.AuditVerification;
import org.carbonpublicity.audit.persistence.AuditRepository;
import org.carbonpublicity.audit.persistence.AuditRepository.Filter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail, read and verified by the roles in {@code audit.readers}; nobody writes it from
 * outside.
 */
@Path("/api/v1/operations/{service}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("${audit.readers}")
@SecurityRequirement(name = "token")
@Tag(name = "audit")
class AuditResource {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int MOST = 1_000;

  private final AuditRepository repository;
  private final AuditVerification verification;
  private final String service;

  AuditResource(
      AuditRepository repository,
      AuditVerification verification,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.repository = repository;
    this.verification = verification;
    // As in the paths of dead letters: the last word before "-service".
    String name = application.replaceFirst("-service$", "");
    this.service = name.substring(name.lastIndexOf('-') + 1);
  }

  /** One thing that is wrong with a request. */
  record Fault(String field, String code, String message) {}

  @Schema(name = "AuditEntryPage")
  record AuditEntryPage(List<Shown> items) {}

  /**
   * An entry as it is answered.
   *
   * @param detailsText the details as they went into the hash
   */
  @Schema(name = "AuditEntry")
  record Shown(
      long position,
      Instant at,
      String actor,
      String action,
      String subject,
      @Nullable String fileSha256,
      @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
          @JsonRawValue
          String details,
      String previousHash,
      String hash) {

    static Shown of(AuditEntry entry) {
      return new Shown(
          entry.position(),
          entry.at(),
          entry.actor(),
          entry.action(),
          entry.subject(),
          entry.fileHash(),
          entry.details(),
          entry.previousHash(),
          entry.hash());
    }
  }

  /** What an earlier verification answered as its end. */
  @Schema(name = "AuditVerificationRequest")
  record VerificationRequest(@Nullable Noted anchor) {}

  @Schema(name = "AuditAnchor")
  record Noted(@Nullable Long position, @Nullable String hash) {}

  @GET
  @Path("/audit-entries")
  @Operation(
      operationId = "listAuditEntries",
      summary = "Who did what, when and from which file, in the order of the chain")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AuditEntryPage.class)))
  @APIResponse(responseCode = "404", description = "That service's trail is not kept here")
  public Response list(
      @PathParam("service") String of,
      @QueryParam("actor") @Nullable String actor,
      @QueryParam("action") @Nullable String action,
      @QueryParam("subject") @Nullable String subject,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    if (!of.equals(service)) {
      return notHere(of);
    }
    List<Fault> faults = new ArrayList<>();
    long size = number("limit", limit, 1, MOST, faults);
    long after = cursor == null ? 0 : number("cursor", cursor, 0, Long.MAX_VALUE, faults);
    Filter filter =
        new Filter(actor, action, subject, time("from", from, faults), time("to", to, faults));
    if (!faults.isEmpty()) {
      return problem(400, "invalid-parameter", faults.get(0).message(), faults);
    }
    List<AuditEntry> found = repository.list(filter, after, Math.toIntExact(size) + 1);
    boolean more = found.size() > size;
    List<AuditEntry> page = more ? found.subList(0, found.size() - 1) : found;
    Response.ResponseBuilder answer =
        Response.ok(new AuditEntryPage(page.stream().map(Shown::of).toList()));
    if (more) {
      answer.header(HttpHeaders.LINK, next(uri, page.get(page.size() - 1).position()));
    }
    return answer.build();
  }

  @POST
  @Path("/audit-verifications")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "verifyAudit",
      summary = "Goes along the whole chain and tells the first break, if any",
      description =
          "Keep the end that is answered: given as anchor of the next verification it shows a chain"
              + " that was written anew, or cut off, with everything that belongs to it.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Outcome.class)))
  @APIResponse(responseCode = "422", description = "The anchor is none")
  @APIResponse(responseCode = "404", description = "That service's trail is not kept here")
  public Response verify(@PathParam("service") String of, @Nullable VerificationRequest request) {
    if (!of.equals(service)) {
      return notHere(of);
    }
    Noted noted = request == null ? null : request.anchor();
    if (noted == null) {
      return Response.ok(verification.run(null)).build();
    }
    long position = noted.position() == null ? 0 : noted.position();
    String hash = noted.hash() == null ? "" : noted.hash();
    List<Fault> faults = new ArrayList<>();
    if (position < 1) {
      faults.add(new Fault("anchor.position", "out-of-range", "a position from 1"));
    }
    if (!HASH.matcher(hash).matches()) {
      faults.add(new Fault("anchor.hash", "invalid", "64 hexadecimal digits in lower case"));
    }
    if (!faults.isEmpty()) {
      return problem(422, "invalid-anchor", "The anchor breaks rules", faults);
    }
    return Response.ok(verification.run(new Anchor(position, hash))).build();
  }

  private static @Nullable Instant time(String name, @Nullable String text, List<Fault> faults) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      faults.add(new Fault(name, "invalid", name + " is a time as 2024-09-30T12:00:00Z"));
      return null;
    }
  }

  private static long number(String name, String text, long least, long most, List<Fault> faults) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below.
    }
    faults.add(
        new Fault(
            name,
            "out-of-range",
            name.equals("cursor")
                ? "take the cursor from the Link header"
                : name + " is a number from " + least + " to " + most));
    return least;
  }

  private static String next(UriInfo request, long position) {
    UriBuilder next = UriBuilder.fromPath(request.getPath());
    Map<String, Object> values = new HashMap<>();
    request
        .getQueryParameters()
        .forEach(
            (name, given) -> {
              if (!name.equals("cursor")) {
                next.queryParam(name, "{" + name + "}");
                values.put(name, given.get(0));
              }
            });
    next.queryParam("cursor", position);
    return "<" + next.buildFromMap(values) + ">; rel=\"next\"";
  }

  private static Response notHere(String service) {
    return problem(404, "not-found", "No such service here: " + service, List.of());
  }

  private static Response problem(int status, String type, String detail, List<Fault> errors) {
    Map<String, Object> problem = new HashMap<>();
    problem.put("type", "/problems/" + type);
    problem.put("title", type.replace('-', ' '));
    problem.put("status", status);
    problem.put("detail", detail);
    if (!errors.isEmpty()) {
      problem.put("errors", errors);
    }
    return Response.status(status).type("application/problem+json").entity(problem).build();
  }
}
