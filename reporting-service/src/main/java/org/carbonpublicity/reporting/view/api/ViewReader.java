package org.carbonpublicity.reporting.view.api;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.carbonpublicity.reporting.report.api.EditionInPath;
import org.carbonpublicity.reporting.report.api.Representation;
import org.carbonpublicity.reporting.report.api.Wanted;
import org.carbonpublicity.reporting.report.persistence.PublishedState;
import org.carbonpublicity.reporting.report.persistence.PublishedStateReader;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request for a view: finds the edition, then its bytes, then whether they are news. One
 * look at the state decides the edition of the whole answer.
 */
@ApplicationScoped
class ViewReader {

  private final PublishedStateReader states;
  private final KeptViews kept;

  ViewReader(PublishedStateReader states, KeptViews kept) {
    this.states = states;
    this.kept = kept;
  }

  /** A view of the edition that the path names. */
  Uni<Response> read(String edition, UriInfo request, HttpHeaders headers, View.Source source) {
    return answer(
        state -> EditionInPath.number(edition, state),
        state -> EditionInPath.cacheControl(edition, state),
        subject(request, edition),
        headers,
        source);
  }

  /** A view of all editions up to the latest. */
  Uni<Response> readLatest(UriInfo request, HttpHeaders headers, View.Source source) {
    return answer(
        PublishedState::edition, state -> "no-cache", subject(request, null), headers, source);
  }

  private Uni<Response> answer(
      Function<PublishedState, Integer> edition,
      Function<PublishedState, String> cacheControl,
      String subject,
      HttpHeaders headers,
      View.Source source) {
    Wanted wanted = Wanted.by(headers);
    return Uni.createFrom()
        .completionStage(states::read)
        .chain(
            state -> {
              KeptViews.Key key = new KeptViews.Key(edition.apply(state), subject, wanted.csv());
              return view(key, source)
                  .map(found -> response(found, wanted, cacheControl.apply(state), headers));
            });
  }

  private Uni<KeptViews.Kept> view(KeptViews.Key key, View.Source source) {
    KeptViews.Kept ready = kept.find(key);
    if (ready != null) {
      return Uni.createFrom().item(ready);
    }
    return Uni.createFrom()
        .item(() -> kept.keep(key, source.of(key.edition())))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  /** What is asked of an edition, however the path names it and whatever order parameters have. */
  private static String subject(UriInfo request, @Nullable String edition) {
    MultivaluedMap<String, String> query = request.getQueryParameters();
    TreeMap<String, List<String>> ordered = new TreeMap<>(query);
    String path = request.getPath();
    if (edition != null) {
      int at = path.indexOf("/reports/") + "/reports/".length();
      path = path.substring(path.indexOf('/', at));
    }
    return path + ordered;
  }

  private static Response response(
      KeptViews.Kept found, Wanted wanted, String cacheControl, HttpHeaders headers) {
    Representation representation = found.representation();
    String known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    Response.ResponseBuilder answer =
        known != null && representation.matches(known)
            ? Response.notModified()
            : Response.ok(representation.bytes()).type(wanted.contentType());
    if (found.next() != null) {
      answer.header(HttpHeaders.LINK, found.next());
    }
    return answer
        .header(HttpHeaders.ETAG, representation.etag())
        .header(HttpHeaders.VARY, "Accept")
        .header(HttpHeaders.CACHE_CONTROL, cacheControl)
        .build();
  }
}
