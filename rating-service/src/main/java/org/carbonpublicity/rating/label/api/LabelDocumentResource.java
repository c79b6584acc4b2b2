package org.carbonpublicity.rating.label.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.carbonpublicity.rating.http.EntityTag;
import org.carbonpublicity.rating.label.Certificate;
import org.carbonpublicity.rating.label.Label;
import org.carbonpublicity.rating.label.Labels;
import org.carbonpublicity.rating.label.credential.PublicAddresses;
import org.carbonpublicity.rating.label.rendering.LabelPdf;
import org.carbonpublicity.rating.label.rendering.LabelSvg;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a certificate. They say what was certified and never change; whether it still
 * holds is said by the status lists and the verification page.
 */
@Path("/api/v1/labels/{label}")
@Tag(name = "labels")
class LabelDocumentResource {

  static final String CREDENTIAL_TYPE = "application/vc+jwt";

  private final Labels labels;
  private final PublicAddresses addresses;

  LabelDocumentResource(Labels labels, PublicAddresses addresses) {
    this.labels = labels;
    this.addresses = addresses;
  }

  @GET
  @Path("/credential")
  @PermitAll
  @Produces(CREDENTIAL_TYPE)
  @Operation(
      operationId = "getLabelCredential",
      summary = "The certificate as a W3C Verifiable Credential 2.0, signed (JOSE, ES256)",
      description = "The bytes are those of the issue, for ever.")
  @APIResponse(responseCode = "200", description = "A compact JWS")
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such certificate")
  public Response credential(
      @PathParam("label") String reference,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Label label = issued(reference);
    return answer(label, "credential", ifNoneMatch, () -> String.valueOf(label.credential()));
  }

  @GET
  @Path("/label.svg")
  @PermitAll
  @Produces("image/svg+xml;charset=UTF-8")
  @Operation(operationId = "getLabelSvg", summary = "The label as a drawing, with its QR code")
  @APIResponse(responseCode = "200", description = "An SVG document")
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such certificate")
  public Response svg(
      @PathParam("label") String reference,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Label label = issued(reference);
    Certificate certificate = label.issued();
    return answer(
        label,
        "svg1",
        ifNoneMatch,
        () ->
            LabelSvg.of(
                certificate,
                labels.classes(certificate.edition()),
                addresses.verification(certificate.serial())));
  }

  @GET
  @Path("/label.pdf")
  @PermitAll
  @Produces("application/pdf")
  @Operation(operationId = "getLabelPdf", summary = "The certificate to print, with its QR code")
  @APIResponse(responseCode = "200", description = "A PDF document, A5")
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such certificate")
  public Response pdf(
      @PathParam("label") String reference,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Label label = issued(reference);
    Certificate certificate = label.issued();
    return answer(
        label,
        "pdf1",
        ifNoneMatch,
        () ->
            LabelPdf.of(
                certificate,
                labels.classes(certificate.edition()),
                addresses.verification(certificate.serial())));
  }

  private Label issued(String reference) {
    return labels
        .find(reference)
        .filter(label -> label.certificate() != null)
        .orElseThrow(LabelProblems::unknown);
  }

  /**
   * @param form raised when a form is drawn otherwise, so that no cache keeps the old one
   */
  private static Response answer(
      Label label, String form, @Nullable String ifNoneMatch, Supplier<Object> document) {
    String tag = label.issued().serial() + "." + form;
    Response.ResponseBuilder response =
        ifNoneMatch != null && EntityTag.ifNoneMatchNames(ifNoneMatch, tag)
            ? Response.notModified()
            : Response.ok(document.get());
    return response
        .header(HttpHeaders.ETAG, EntityTag.quoted(tag))
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
        .build();
  }
}
