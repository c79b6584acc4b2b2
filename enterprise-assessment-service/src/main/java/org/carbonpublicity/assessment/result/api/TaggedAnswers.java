package org.carbonpublicity.assessment.result.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.carbonpublicity.assessment.http.EntityTag;
import org.carbonpublicity.assessment.result.Assessment;
import org.jspecify.annotations.Nullable;

/** Answers that carry the tag of an assessment, also of its review and its appeal. */
public final class TaggedAnswers {

  private TaggedAnswers() {}

  /** 200 with the tag of the version that the body shows. */
  public static Response tagged(Assessment of, Object body) {
    return tag(Response.ok(body), of).build();
  }

  /** The answer to a deed; a 404 problem when there was no such assessment. */
  public static Response after(Optional<Assessment> deed, String id) {
    Assessment after = deed.orElseThrow(() -> AssessmentScope.unknown(id));
    return tagged(after, AssessmentResponse.of(after));
  }

  public static Response.ResponseBuilder tag(Response.ResponseBuilder answer, Assessment of) {
    return answer
        .header(HttpHeaders.ETAG, EntityTag.quoted(of.tag()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
  }

  /** 304 where the reader has this version already. */
  public static Optional<Response> notModified(@Nullable String ifNoneMatch, Assessment of) {
    return ifNoneMatch != null && EntityTag.ifNoneMatchNames(ifNoneMatch, of.tag())
        ? Optional.of(
            Response.notModified().header(HttpHeaders.ETAG, EntityTag.quoted(of.tag())).build())
        : Optional.empty();
  }
}
