package org.carbonpublicity.reporting.report.api;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import org.carbonpublicity.reporting.report.persistence.PublishedState;
import org.carbonpublicity.reporting.report.persistence.PublishedStateReader;

/**
 * Answers a request for a document: finds the edition, then its bytes, then whether they are news.
 */
@ApplicationScoped
class ReportReader {

  private final PublishedStateReader states;
  private final Representations representations;

  ReportReader(PublishedStateReader states, Representations representations) {
    this.states = states;
    this.representations = representations;
  }

  Uni<Response> read(String edition, Asked asked, HttpHeaders headers) {
    Wanted wanted = Wanted.by(headers);
    return Uni.createFrom()
        .completionStage(states::read)
        .chain(
            state ->
                read(state, EditionInPath.number(edition, state), asked, wanted)
                    .map(
                        found ->
                            answer(
                                found,
                                asked,
                                wanted,
                                EditionInPath.cacheControl(edition, state),
                                headers)));
  }

  private Uni<Representation> read(PublishedState state, int edition, Asked asked, Wanted wanted) {
    Optional<Representation> ready = representations.ready(asked, state, edition, wanted);
    if (ready.isPresent()) {
      return Uni.createFrom().item(ready.get());
    }
    return Uni.createFrom()
        .item(() -> prepare(state, edition, asked, wanted))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private Representation prepare(PublishedState state, int edition, Asked asked, Wanted wanted) {
    try {
      return representations.prepare(asked, state, edition, wanted).orElseThrow(asked::absent);
    } catch (SQLException e) {
      throw new IllegalStateException("the document was not read", e);
    }
  }

  private static Response answer(
      Representation representation,
      Asked asked,
      Wanted wanted,
      String cacheControl,
      HttpHeaders headers) {
    String known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    Response.ResponseBuilder answer =
        known != null && representation.matches(known)
            ? Response.notModified()
            : Response.ok(representation.bytes()).type(wanted.contentType());
    return answer
        .header(HttpHeaders.ETAG, representation.etag())
        .header(
            HttpHeaders.VARY,
            asked.membersOnly()
                ? "Accept, Accept-Language, Authorization"
                : "Accept, Accept-Language")
        .header(HttpHeaders.CACHE_CONTROL, asked.membersOnly() ? "private, no-cache" : cacheControl)
        .header(HttpHeaders.CONTENT_LANGUAGE, wanted.language().tag())
        .build();
  }
}
