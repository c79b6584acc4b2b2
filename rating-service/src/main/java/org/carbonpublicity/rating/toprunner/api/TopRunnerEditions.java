package org.carbonpublicity.rating.toprunner.api;

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

/** The edition that a request means, and answers that hold as long as it is the same. */
@ApplicationScoped
class TopRunnerEditions {

  static final String LATEST = "latest";

  /** Raised when the representation of top runners changes, so that no cache keeps the old one. */
  private static final String REPRESENTATION = "t1";

  private final EditionRepository editions;

  TopRunnerEditions(EditionRepository editions) {
    this.editions = editions;
  }

  /** The edition of that number, or the latest; a 404 problem when there is none. */
  Edition find(String edition) {
    if (edition.equals(LATEST)) {
      return editions
          .latest()
          .orElseThrow(() -> Problems.notFound("no-edition", "no edition is complete yet"));
    }
    Optional<Edition> found =
        edition.matches("[1-9][0-9]{0,8}")
            ? editions.find(Integer.parseInt(edition))
            : Optional.empty();
    return found.orElseThrow(
        () -> Problems.notFound("unknown-edition", "there is no such completed edition"));
  }

  /** 304 when the reader has it already, else what the supplier makes. */
  Response answer(
      boolean unchanging,
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
        .header(HttpHeaders.CACHE_CONTROL, unchanging ? "public, max-age=3600" : "public, no-cache")
        .build();
  }
}
