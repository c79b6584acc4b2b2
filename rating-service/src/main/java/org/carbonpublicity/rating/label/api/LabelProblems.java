package org.carbonpublicity.rating.label.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.function.Supplier;
import org.carbonpublicity.rating.http.Problems;
import org.carbonpublicity.rating.http.Problems.Fault;
import org.carbonpublicity.rating.label.LabelConflictException;
import org.carbonpublicity.rating.label.LabelRefusedException;
import org.carbonpublicity.rating.label.UnknownLabelException;

/** Refusals of the use cases as problem answers. */
final class LabelProblems {

  private LabelProblems() {}

  static <T> T answering(Supplier<T> useCase) {
    try {
      return useCase.get();
    } catch (LabelRefusedException e) {
      throw Problems.unprocessable(
          "invalid-label-application",
          "The application is wrong; nothing was stored",
          e.faults().stream()
              .map(fault -> new Fault(fault.field(), fault.code(), fault.message()))
              .toList());
    } catch (UnknownLabelException e) {
      throw unknown();
    } catch (LabelConflictException e) {
      throw HttpProblem.builder()
          .withType(URI.create("/problems/" + e.code()))
          .withTitle("Conflict")
          .withStatus(Status.CONFLICT)
          .withDetail(e.getMessage())
          .with("allowed", e.allowed().stream().map(transition -> transition.word()).toList())
          .build();
    }
  }

  static HttpProblem unknown() {
    return Problems.notFound("unknown-label", "there is no such label");
  }
}
