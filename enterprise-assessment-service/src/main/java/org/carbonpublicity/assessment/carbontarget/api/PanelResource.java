package org.carbonpublicity.assessment.carbontarget.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.carbonpublicity.assessment.carbontarget.Expert;
import org.carbonpublicity.assessment.carbontarget.Panels;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The panels of experts that judge targets. */
@Path("/api/v1/carbon-targets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "carbon targets")
class PanelResource {

  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_REASON = 2_000;
  private static final int MOST_EXPERTS = 100;

  private final Panels panels;
  private final TargetViews views;
  private final TargetAnswers answers;
  private final Caller caller;

  PanelResource(Panels panels, TargetViews views, TargetAnswers answers, Caller caller) {
    this.panels = panels;
    this.views = views;
    this.answers = answers;
    this.caller = caller;
  }

  @Schema(
      name = "PanelRequest",
      requiredProperties = {"experts"})
  record PanelRequest(
      @Schema(description = "Subjects of their tokens; as many as a panel has")
          @Nullable List<@Nullable String> experts) {

    List<String> checked() {
      FieldFaults faults = new FieldFaults();
      List<String> subjects = new ArrayList<>();
      List<@Nullable String> given = experts == null ? List.of() : experts;
      if (given.isEmpty() || given.size() > MOST_EXPERTS) {
        faults.add("experts", "count", "1 to " + MOST_EXPERTS + " experts");
      } else {
        for (int i = 0; i < given.size(); i++) {
          subjects.add(faults.text("experts[" + i + "]", given.get(i), LONGEST_SUBJECT));
        }
      }
      faults.refuse("invalid-carbon-target", "The panel is not complete");
      return subjects;
    }
  }

  @Schema(
      name = "VoteRequest",
      requiredProperties = {"vote", "reason"})
  record VoteRequest(
      Expert.@Nullable Vote vote, @Schema(maxLength = LONGEST_REASON) @Nullable String reason) {}

  @PUT
  @Path("/{id}/panel")
  @RolesAllowed("assessor")
  @Operation(
      operationId = "nameTargetPanel",
      summary = "Names the experts that judge a submitted target",
      description = "An expert that has voted stays on the panel.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CarbonTargetResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such target")
  @APIResponse(responseCode = "409", description = "Not SUBMITTED; allowed says what is")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  @APIResponse(
      responseCode = "422",
      description = "Another number of experts than configured, one repeated, barred or left out")
  public Response name(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable PanelRequest request) {
    List<String> experts = TargetAnswers.given(request).checked();
    return answers.ok(
        views.change(
            id, uuid -> panels.name(uuid, experts, views.expected(ifMatch), caller.name())));
  }

  @PUT
  @Path("/{id}/vote")
  @RolesAllowed({"assessor", "analyst", "member"})
  @Operation(
      operationId = "voteOnTarget",
      summary = "An expert's vote, which may change until the panel has decided",
      description =
          "With enough approvals the target is validated; once they cannot be reached, it goes back"
              + " to its enterprise.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CarbonTargetResponse.class)))
  @APIResponse(responseCode = "403", description = "Not on the panel, or barred")
  @APIResponse(responseCode = "404", description = "There is none that the caller may see")
  @APIResponse(responseCode = "409", description = "Not SUBMITTED; allowed says what is")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  public Response vote(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable VoteRequest request) {
    views.find(id);
    VoteRequest given = TargetAnswers.given(request);
    FieldFaults faults = new FieldFaults();
    if (given.vote() == null) {
      faults.add("vote", "missing", "vote is needed");
    }
    String reason = faults.text("reason", given.reason(), LONGEST_REASON);
    faults.refuse("invalid-carbon-target", "The vote is not complete");
    Expert.Vote vote = Objects.requireNonNull(given.vote());
    return answers.ok(
        views.change(
            id, uuid -> panels.vote(uuid, vote, reason, views.expected(ifMatch), caller.name())));
  }
}
