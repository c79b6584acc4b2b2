package org.carbonpublicity.disclosure.audit.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.carbonpublicity.disclosure.audit.AuditChain.Anchor;
import org.carbonpublicity.disclosure.audit.AuditChain.Outcome;
import org.carbonpublicity.disclosure.audit.AuditEntry;
import org.carbonpublicity.disclosure.audit.AuditVerification;
import org.carbonpublicity.disclosure.audit.persistence.AuditRepository;
import org.carbonpublicity.disclosure.audit.persistence.AuditRepository.Filter;
import org.carbonpublicity.disclosure.http.Cursor;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit trail, read and verified by analysts; nobody writes it from outside. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
@SecurityRequirement(name = "token")
@Tag(name = "audit")
class AuditResource {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final AuditRepository repository;
  private final AuditVerification verification;

  AuditResource(AuditRepository repository, AuditVerification verification) {
    this.repository = repository;
    this.verification = verification;
  }

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
  public Response list(
      @QueryParam("actor") @Nullable String actor,
      @QueryParam("action") @Nullable String action,
      @QueryParam("subject") @Nullable String subject,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    Filter filter = new Filter(actor, action, subject, time("from", from), time("to", to));
    List<AuditEntry> found = repository.list(filter, position(cursor), size + 1);
    List<AuditEntry> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(new AuditEntryPage(page.stream().map(Shown::of).toList()));
    if (found.size() > size) {
      answer.header(
          HttpHeaders.LINK,
          Cursor.nextLink(uri, uri.getPath(), String.valueOf(page.get(size - 1).position())));
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
  public Outcome verify(@Nullable VerificationRequest request) {
    return verification.run(request == null ? null : anchor(request.anchor()));
  }

  private static @Nullable Anchor anchor(@Nullable Noted noted) {
    if (noted == null) {
      return null;
    }
    FieldFaults faults = new FieldFaults();
    long position = noted.position() == null ? 0 : noted.position();
    String hash = noted.hash() == null ? "" : noted.hash();
    if (position < 1) {
      faults.add("anchor.position", "out-of-range", "a position from 1");
    }
    if (!HASH.matcher(hash).matches()) {
      faults.add("anchor.hash", "invalid", "64 hexadecimal digits in lower case");
    }
    faults.refuse("invalid-anchor", "The anchor breaks rules");
    return new Anchor(position, hash);
  }

  private static @Nullable Instant time(String name, @Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw Problems.invalidParameter(
          new Fault(name, "invalid", name + " is a time as 2024-09-30T12:00:00Z"));
    }
  }

  private static long position(@Nullable String cursor) {
    String key = Cursor.decode(cursor);
    try {
      return key == null ? 0 : Long.parseLong(key);
    } catch (NumberFormatException e) {
      throw Problems.invalidParameter(
          new Fault("cursor", "invalid", "take the cursor from the Link header"));
    }
  }
}
