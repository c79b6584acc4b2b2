package org.carbonpublicity.reporting.opendata.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.function.Function;
import org.carbonpublicity.reporting.opendata.DataPackage;
import org.carbonpublicity.reporting.opendata.DataPackage.Licence;
import org.carbonpublicity.reporting.opendata.FileFormat;
import org.carbonpublicity.reporting.opendata.ModelsFile;
import org.carbonpublicity.reporting.opendata.ModelsFiles;
import org.carbonpublicity.reporting.opendata.OpenEdition;
import org.carbonpublicity.reporting.opendata.file.Pieces;
import org.carbonpublicity.reporting.opendata.persistence.ModelsFileRepository;
import org.carbonpublicity.reporting.opendata.persistence.OpenEditionRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of an edition. {@code latest} leads to the edition of that moment, whose files stay. */
@Path(Answers.ROOT + "/editions/{edition}")
@Tag(name = "open-data")
@APIResponse(responseCode = "304", description = "Not modified: If-None-Match names its ETag")
@APIResponse(responseCode = "307", description = "`latest`: where the edition's own file is")
@APIResponse(responseCode = "404", description = "No such edition")
public class EditionFileResource {

  private static final String EDITION = "Number of an edition, or `latest`.";
  private static final String DATA_PACKAGE = "datapackage.json";

  private final Editions editions;
  private final OpenEditionRepository documents;
  private final ModelsFiles files;
  private final ModelsFileRepository pieces;
  private final String publicUrl;
  private final Licence licence;
  private final List<String> groups;

  EditionFileResource(
      Editions editions,
      OpenEditionRepository documents,
      ModelsFiles files,
      ModelsFileRepository pieces,
      @ConfigProperty(name = "reporting.public-url") String publicUrl,
      @ConfigProperty(name = "reporting.open-data.licence.name") String licenceName,
      @ConfigProperty(name = "reporting.open-data.licence.title") String licenceTitle,
      @ConfigProperty(name = "reporting.open-data.licence.path") String licencePath,
      @ConfigProperty(name = "reporting.group-figures") List<String> groups) {
    this.editions = editions;
    this.documents = documents;
    this.files = files;
    this.pieces = pieces;
    this.publicUrl = publicUrl.replaceAll("/+$", "");
    this.licence = new Licence(licenceName, licenceTitle, licencePath);
    this.groups = groups;
  }

  @GET
  @Path("/models.csv")
  @PermitAll
  @Produces("text/csv")
  @Operation(operationId = "modelsAsCsv", summary = "All models of an edition, as CSV")
  @APIResponse(
      responseCode = "200",
      description = "RFC 4180 in UTF-8, by model code; an empty cell is missing. Also gzipped.",
      content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
  public Response csv(
      @Parameter(description = EDITION) @PathParam("edition") String edition,
      @Context HttpHeaders headers) {
    return models(edition, FileFormat.CSV, headers);
  }

  @GET
  @Path("/models.jsonl")
  @PermitAll
  @Produces("application/jsonl")
  @Operation(operationId = "modelsAsJsonLines", summary = "All models of an edition, as JSON Lines")
  @APIResponse(
      responseCode = "200",
      description = "An object for each line, by model code; null is missing. Also gzipped.",
      content =
          @Content(
              mediaType = "application/jsonl",
              schema = @Schema(implementation = String.class)))
  public Response jsonLines(
      @Parameter(description = EDITION) @PathParam("edition") String edition,
      @Context HttpHeaders headers) {
    return models(edition, FileFormat.JSON_LINES, headers);
  }

  @GET
  @Path("/" + DATA_PACKAGE)
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "dataPackage",
      summary = "Frictionless Data Package of an edition: data dictionary and checksums")
  @APIResponse(
      responseCode = "200",
      description = "See https://specs.frictionlessdata.io/data-package/",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class)))
  public Response dataPackage(
      @Parameter(description = EDITION) @PathParam("edition") String edition,
      @Context HttpHeaders headers) {
    return named(
        edition,
        DATA_PACKAGE,
        found -> {
          byte[] descriptor =
              Answers.json(
                  new DataPackage(found, publicUrl, licence)
                      .describe(files.of(found), documents.documents(found.number()), groups));
          // Not for ever: the address and the licence are configuration, and the latest edition's
          // tables come one after the other.
          return Answers.bytes(descriptor, MediaType.APPLICATION_JSON, headers)
              .header(HttpHeaders.CACHE_CONTROL, Answers.ASK_AGAIN)
              .header("Link", Answers.link(path(found, DATA_PACKAGE), "cite-as"))
              .build();
        });
  }

  private Response models(String edition, FileFormat format, HttpHeaders headers) {
    return named(
        edition, format.fileName(), found -> download(found, files.of(found, format), headers));
  }

  /** What a numbered edition has under a name; {@code latest} leads there. */
  private Response named(String edition, String name, Function<OpenEdition, Response> answer) {
    if (!edition.equals("latest")) {
      return answer.apply(editions.numbered(edition));
    }
    return Response.status(Response.Status.TEMPORARY_REDIRECT)
        .header(HttpHeaders.LOCATION, path(editions.latest(), name))
        .header(HttpHeaders.CACHE_CONTROL, Answers.ASK_AGAIN)
        .build();
  }

  private Response download(OpenEdition edition, ModelsFile file, HttpHeaders headers) {
    boolean gzip = Answers.acceptsGzip(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    String etag = Answers.etag(file.sha256(), gzip ? "-gzip" : "");
    Response.ResponseBuilder answer;
    if (Answers.isKnown(headers, etag)) {
      answer = Answers.notModified(etag);
    } else {
      FileFormat format = file.format();
      answer =
          Response.ok(gzip ? gzip(file) : plain(file))
              .type(format.mediaType() + ";charset=UTF-8")
              .header(HttpHeaders.ETAG, etag)
              // Whoever gets less than this knows that the download broke off.
              .header(HttpHeaders.CONTENT_LENGTH, gzip ? file.gzipBytes() : file.bytes())
              .header(
                  HttpHeaders.CONTENT_DISPOSITION,
                  "attachment; filename=\"carbon-publicity-edition-%d-%s\""
                      .formatted(edition.number(), format.fileName()));
      if (gzip) {
        answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
      }
    }
    return answer
        .header(HttpHeaders.CACHE_CONTROL, Answers.FOR_EVER)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .header("Link", Answers.link(path(edition, file.format().fileName()), "cite-as"))
        .header("Link", Answers.link(path(edition, DATA_PACKAGE), "describedby"))
        .build();
  }

  private StreamingOutput plain(ModelsFile file) {
    return output -> {
      for (int i = 0; i < file.pieces(); i++) {
        output.write(pieces.plain(file, i));
      }
    };
  }

  private StreamingOutput gzip(ModelsFile file) {
    return output -> {
      output.write(Pieces.gzipHead());
      for (int i = 0; i < file.pieces(); i++) {
        output.write(pieces.deflated(file, i));
      }
      output.write(Pieces.gzipTail(file.crc32(), file.bytes()));
    };
  }

  private static String path(OpenEdition edition, String name) {
    return Answers.ROOT + "/editions/" + edition.number() + "/" + name;
  }
}
