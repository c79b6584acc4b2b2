package org.carbonpublicity.rating.edition.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.persistence.EditionRepository;
import org.carbonpublicity.rating.http.EntityTag;
import org.carbonpublicity.rating.http.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Finds the edition that a request means and answers with its entity tag. An edition never changes,
 * so its number is the tag of everything that is read of it.
 */
@ApplicationScoped
public class EditionReads {

  public static final String LATEST = "latest";

  /** Raised when the representation of editions changes, so that no cache keeps the old one. */
  private static final String REPRESENTATION = "2";

  private final EditionRepository editions;

  EditionReads(EditionRepository editions) {
    this.editions = editions;
  }

  /** The edition of that number, or the latest; a 404 problem when there is none. */
  public Edition find(String edition) {
    Optional<Edition> found =
        edition.equals(LATEST) ? editions.latest() : number(edition).flatMap(editions::find);
    return found.orElseThrow(
        () ->
            edition.equals(LATEST)
                ? noEdition()
                : Problems.notFound(
                    "unknown-edition", "there is no edition " + shortened(edition)));
  }

  /** There is no latest edition. */
  static HttpProblem noEdition() {
    return Problems.notFound("no-edition", "no edition is complete yet");
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  /**
   * 304 when the reader has it already, else what the supplier makes.
   *
   * @param asked the edition as the request names it: what {@code latest} means may change at any
   *     moment, a number means the same for ever
   */
  public Response answer(
      String asked,
      Edition edition,
      @Nullable String ifNoneMatch,
      Supplier<Response.ResponseBuilder> answer) {
    String tag = REPRESENTATION + ".e" + edition.number();
    Response.ResponseBuilder response =
        ifNoneMatch != null && EntityTag.ifNoneMatchNames(ifNoneMatch, tag)
            ? Response.notModified()
            : answer.get();
    return response
        .header(HttpHeaders.ETAG, EntityTag.quoted(tag))
        .header(
            HttpHeaders.CACHE_CONTROL,
            asked.equals(LATEST) ? "public, no-cache" : "public, max-age=3600")
        .build();
  }
}
