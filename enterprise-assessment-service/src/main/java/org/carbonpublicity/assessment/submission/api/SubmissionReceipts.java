package org.carbonpublicity.assessment.submission.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.carbonpublicity.assessment.submission.GuidelineNotActiveException;
import org.carbonpublicity.assessment.submission.InvalidSubmissionException;
import org.carbonpublicity.assessment.submission.ResultPublishedException;
import org.carbonpublicity.assessment.submission.ResultStandsException;
import org.carbonpublicity.assessment.submission.Submission;
import org.carbonpublicity.assessment.submission.UnknownReferenceException;
import org.carbonpublicity.assessment.window.NoOpenWindowException;

/** What whoever submits answers is answered with, wherever they come from. */
public final class SubmissionReceipts {

  private SubmissionReceipts() {}

  /** The receipt of a submission; a problem when it is not received. */
  public static Response.ResponseBuilder of(Supplier<Submission> received) {
    try {
      Submission submission = received.get();
      return Response.status(Response.Status.ACCEPTED)
          .header(HttpHeaders.LOCATION, "/api/v1/submissions/" + submission.id())
          .entity(SubmissionResponse.Receipt.of(submission));
    } catch (InvalidSubmissionException e) {
      throw Problems.unprocessable(
          "invalid-submission",
          "The submission cannot be scored",
          e.violations().stream()
              .map(fault -> new Fault(fault.field(), fault.code(), fault.message()))
              .toList());
    } catch (GuidelineNotActiveException e) {
      throw Problems.conflict(
          "guideline-not-active", String.valueOf(e.getMessage()), e.state().name(), List.of());
    } catch (NoOpenWindowException e) {
      throw Problems.conflict("no-open-window", String.valueOf(e.getMessage()));
    } catch (UnknownReferenceException e) {
      String code = "unknown-" + e.kind();
      throw Problems.unprocessable(
          code,
          "Unknown " + e.kind(),
          List.of(new Fault(e.kind(), code, String.valueOf(e.getMessage()))));
    } catch (ResultPublishedException e) {
      throw Problems.conflict(
          "result-published", String.valueOf(e.getMessage()), "PUBLISHED", List.of("reassessment"));
    } catch (ResultStandsException e) {
      throw Problems.conflict(
          "assessment-state", String.valueOf(e.getMessage()), e.state(), e.allowed());
    }
  }
}
