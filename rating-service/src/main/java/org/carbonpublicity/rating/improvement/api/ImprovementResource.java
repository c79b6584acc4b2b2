package org.carbonpublicity.rating.improvement.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.carbonpublicity.rating.edition.Explanation;
import org.carbonpublicity.rating.edition.api.EditionReads;
import org.carbonpublicity.rating.edition.api.ExplanationReads;
import org.carbonpublicity.rating.http.Problems;
import org.carbonpublicity.rating.improvement.DisclosureUnavailableException;
import org.carbonpublicity.rating.improvement.Improvements;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** What a model would have to become for the next better class. */
@Path("/api/v1/ratings/{modelCode}/improvements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "editions")
class ImprovementResource {

  private static final Logger LOG = Logger.getLogger(ImprovementResource.class);
  private static final int RETRY_AFTER_SECONDS = 5;

  private final ExplanationReads explanations;
  private final Improvements improvements;

  ImprovementResource(ExplanationReads explanations, Improvements improvements) {
    this.explanations = explanations;
    this.improvements = improvements;
  }

  @GET
  @Authenticated
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "listImprovements",
      summary = "What would reach the next better class, one input at a time",
      description =
          "Calculated by disclosure in the caller's name, so that a token is needed. The curb mass is"
              + " left as it is, also when the battery gets smaller.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ImprovementsResponse.class)))
  @APIResponse(responseCode = "404", description = "The edition has no such model")
  @APIResponse(responseCode = "503", description = "Disclosure does not answer; see Retry-After")
  public ImprovementsResponse improvements(
      @PathParam("modelCode") String modelCode,
      @QueryParam("edition") @DefaultValue(EditionReads.LATEST) String edition,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
    Explanation explanation = explanations.find(edition, modelCode);
    try {
      return ImprovementsResponse.of(explanation, improvements.of(explanation, authorization));
    } catch (DisclosureUnavailableException e) {
      LOG.warn("Improvements could not be calculated", e);
      throw Problems.unavailable(
          "disclosure-unavailable",
          "the service that calculates footprints does not answer",
          RETRY_AFTER_SECONDS);
    }
  }
}
