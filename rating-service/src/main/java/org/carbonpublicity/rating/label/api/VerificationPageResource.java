package org.carbonpublicity.rating.label.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.carbonpublicity.rating.label.Label;
import org.carbonpublicity.rating.label.Labels;
import org.carbonpublicity.rating.label.SerialNumber;
import org.carbonpublicity.rating.label.credential.CredentialVerifier;
import org.carbonpublicity.rating.label.credential.PublicAddresses;
import org.carbonpublicity.rating.label.credential.SigningKeys;
import org.carbonpublicity.rating.label.rendering.VerificationPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The pages on which people verify labels; the QR code of a label leads to one. */
@Path("/labels")
@Tag(name = "labels")
class VerificationPageResource {

  private final Labels labels;
  private final SigningKeys keys;
  private final PublicAddresses addresses;
  private final Clock clock;

  VerificationPageResource(
      Labels labels, SigningKeys keys, PublicAddresses addresses, Clock clock) {
    this.labels = labels;
    this.keys = keys;
    this.addresses = addresses;
    this.clock = clock;
  }

  @GET
  @Path("/{serial}")
  @PermitAll
  @Produces("text/html;charset=UTF-8")
  @Operation(
      operationId = "verifyLabel",
      summary = "What a certificate says and whether it holds now, for people",
      description = "In Chinese or English by Accept-Language.")
  @APIResponse(responseCode = "200", description = "A page")
  @APIResponse(responseCode = "404", description = "A page: there is no such certificate")
  public Response verify(@PathParam("serial") String serial, @Context HttpHeaders headers) {
    VerificationPage page = VerificationPage.in(isChinese(headers));
    Optional<Label> label =
        SerialNumber.parse(serial).flatMap(number -> labels.find(number.toString()));
    Response.ResponseBuilder answer =
        label.isPresent()
            ? Response.ok(page(page, label.get()))
            : Response.status(Response.Status.NOT_FOUND).entity(page.unknown());
    return answer
        .header(HttpHeaders.CONTENT_LANGUAGE, page.language())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", VerificationPage.CONTENT_SECURITY_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  private String page(VerificationPage page, Label label) {
    SerialNumber serial = label.issued().serial();
    boolean genuine =
        new CredentialVerifier(keys.published())
            .certifies(String.valueOf(label.credential()), label.issued());
    return page.of(label, genuine, clock.instant(), addresses.credential(serial), addresses.keys());
  }

  /** English unless a reader prefers Chinese to it. */
  private static boolean isChinese(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .map(Locale::getLanguage)
        .filter(language -> language.equals("zh") || language.equals("en"))
        .findFirst()
        .filter("zh"::equals)
        .isPresent();
  }
}
