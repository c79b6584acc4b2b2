package org.carbonpublicity.disclosure.feedback.api;

import java.util.List;
import java.util.function.Supplier;
import org.carbonpublicity.disclosure.feedback.FeedbackForm;
import org.carbonpublicity.disclosure.form.FaultMessages;
import org.carbonpublicity.disclosure.form.InvalidFormException;
import org.carbonpublicity.disclosure.form.Language;
import org.carbonpublicity.disclosure.form.RowFault;
import org.carbonpublicity.disclosure.model.ImportOutcome;
import org.carbonpublicity.disclosure.model.ImportRefusedException;

/** Faults of forms in the language of who reads them. */
final class Translation {

  private Translation() {}

  static FeedbackForm of(Language language, FeedbackForm form) {
    return new FeedbackForm(
        form.id(),
        form.batch(),
        form.enterprises(),
        form.dryRun(),
        form.rowsRead(),
        form.rowsAccepted(),
        form.rowsRejected(),
        form.remarks(),
        form.errorsTotal(),
        faults(language, form.errors()),
        form.results(),
        form.answers(),
        form.receivedAt(),
        form.receivedFrom(),
        form.mediaType(),
        form.fileSha256(),
        form.templateVersion(),
        form.supersededBy(),
        form.supersedes());
  }

  /** The result of work whose refusals are told in that language. */
  static <T> T of(Language language, Supplier<T> work) {
    try {
      return work.get();
    } catch (ImportRefusedException e) {
      ImportOutcome outcome = e.outcome();
      throw new ImportRefusedException(
          new ImportOutcome(
              outcome.dryRun(),
              outcome.rowsRead(),
              outcome.rowsAccepted(),
              outcome.rowsRejected(),
              outcome.errorsTotal(),
              faults(language, outcome.errors())));
    } catch (InvalidFormException e) {
      throw new InvalidFormException(e.kind(), faults(language, e.faults()));
    }
  }

  private static List<RowFault> faults(Language language, List<RowFault> faults) {
    return faults.stream().map(fault -> FaultMessages.in(language, fault)).toList();
  }
}
