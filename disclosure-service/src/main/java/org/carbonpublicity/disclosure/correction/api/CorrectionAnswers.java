package org.carbonpublicity.disclosure.correction.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.function.Supplier;
import org.carbonpublicity.disclosure.correction.CorrectedFields;
import org.carbonpublicity.disclosure.correction.CorrectionOutcome;
import org.carbonpublicity.disclosure.form.RowFault;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Idempotency;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.carbonpublicity.disclosure.model.ImportRefusedException;
import org.jspecify.annotations.Nullable;

/** How corrections are answered: accepted for publication once, whatever repeats. */
@ApplicationScoped
class CorrectionAnswers {

  private final Idempotency idempotency;
  private final Caller caller;

  CorrectionAnswers(Idempotency idempotency, Caller caller) {
    this.idempotency = idempotency;
    this.caller = caller;
  }

  /** The answer to a correction by JSON; its faults name fields. */
  Response byFields(
      @Nullable String key,
      String request,
      Function<RowFault, String> field,
      Supplier<CorrectionOutcome> correction) {
    try {
      return idempotency.answer(caller.actor(), key, request, () -> answer(correction.get()));
    } catch (ImportRefusedException e) {
      throw Problems.unprocessable(
          "invalid-correction",
          "The correction breaks rules; nothing was stored",
          e.outcome().errors().stream()
              .map(fault -> new Fault(field.apply(fault), fault.code(), fault.message()))
              .toList());
    }
  }

  /** The answer to a correction by JSON whose models are told by code and changed fields. */
  Response byFields(@Nullable String key, String request, Supplier<CorrectionOutcome> correction) {
    return byFields(key, request, CorrectedFields::field, correction);
  }

  /** The answer to a correction by a file; its faults name rows and columns. */
  Response byFile(
      @Nullable String key, Supplier<String> hash, Supplier<CorrectionOutcome> correction) {
    return idempotency.answer(caller.actor(), key, hash, () -> answer(correction.get()));
  }

  private static Response.ResponseBuilder answer(CorrectionOutcome outcome) {
    if (outcome.dryRun()) {
      return Response.ok(outcome);
    }
    return Response.accepted(outcome)
        .header(HttpHeaders.LOCATION, "/api/v1/batches/" + outcome.batch());
  }
}
