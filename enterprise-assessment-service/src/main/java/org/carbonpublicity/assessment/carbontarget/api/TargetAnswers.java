package org.carbonpublicity.assessment.carbontarget.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.carbonpublicity.assessment.carbontarget.CarbonTarget;
import org.carbonpublicity.assessment.carbontarget.CarbonTargets;
import org.carbonpublicity.assessment.carbontarget.api.TargetViews.Seen;
import org.carbonpublicity.assessment.http.EntityTag;
import org.carbonpublicity.assessment.http.Problems;
import org.jspecify.annotations.Nullable;

/** Targets as answers. */
@ApplicationScoped
class TargetAnswers {

  private final CarbonTargets targets;
  private final TargetViews views;

  TargetAnswers(CarbonTargets targets, TargetViews views) {
    this.targets = targets;
    this.views = views;
  }

  CarbonTargetResponse body(Seen seen) {
    return CarbonTargetResponse.of(seen.target(), targets.standing(seen.target()), seen.view());
  }

  /** What the caller, who may, reads of a target that was just changed. */
  CarbonTargetResponse body(CarbonTarget changed) {
    return body(views.seen(changed).orElseThrow());
  }

  Response ok(CarbonTarget changed) {
    return ok(views.seen(changed).orElseThrow());
  }

  Response ok(Seen seen) {
    return tagged(Response.ok(body(seen)), seen);
  }

  /** The target, or 304 when it is as named. */
  Response unlessSame(Seen seen, @Nullable String ifNoneMatch) {
    String tag = views.tag(seen.target(), seen.view());
    return ifNoneMatch != null && EntityTag.ifNoneMatchNames(ifNoneMatch, tag)
        ? tagged(Response.notModified(), seen)
        : ok(seen);
  }

  private Response tagged(Response.ResponseBuilder answer, Seen seen) {
    return answer
        .header(HttpHeaders.ETAG, EntityTag.quoted(views.tag(seen.target(), seen.view())))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .build();
  }

  /** The body of a request; a 400 problem when there is none. */
  static <T> T given(@Nullable T request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    return request;
  }
}
