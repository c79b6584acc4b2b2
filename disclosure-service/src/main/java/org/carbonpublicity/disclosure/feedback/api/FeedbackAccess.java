package org.carbonpublicity.disclosure.feedback.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.Batches;
import org.carbonpublicity.disclosure.batch.api.Numbers;
import org.carbonpublicity.disclosure.enterprise.Enterprises;
import org.carbonpublicity.disclosure.feedback.FeedbackForm;
import org.carbonpublicity.disclosure.feedback.FeedbackForms;
import org.carbonpublicity.disclosure.form.Language;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.jspecify.annotations.Nullable;

/** What the caller may see and do of the feedback to a batch. */
@RequestScoped
class FeedbackAccess {

  private final Batches batches;
  private final Enterprises enterprises;
  private final FeedbackForms forms;
  private final Caller caller;

  FeedbackAccess(Batches batches, Enterprises enterprises, FeedbackForms forms, Caller caller) {
    this.batches = batches;
    this.enterprises = enterprises;
    this.forms = forms;
    this.caller = caller;
  }

  /** A batch that the caller may know of; a 404 problem for any other. */
  Batch batch(String number) {
    return batches
        .find(Numbers.batch(number))
        .filter(batch -> caller.isAnalyst() || batch.isKnownToAutomakers())
        .orElseThrow(() -> Numbers.unknownBatch(number));
  }

  /** A form of the caller's; a 404 problem for any other. */
  FeedbackForm form(String number, String id) {
    FeedbackForm form = null;
    try {
      form = forms.find(Numbers.batch(number), UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      // No form has such an id: answered below.
    }
    if (form == null
        || !(caller.isAnalyst() || caller.enterprises().containsAll(form.enterprises()))) {
      throw Problems.notFound("unknown-feedback-form", "There is no feedback form " + id);
    }
    return form;
  }

  /**
   * Whose models a form is about: the automaker's own, or those of the enterprise that is named.
   */
  List<String> speaksFor(@Nullable String enterprise) {
    List<String> own = new ArrayList<>(caller.enterprises());
    if (enterprise == null) {
      if (own.isEmpty()) {
        throw Problems.invalidParameter(
            new Fault("enterprise", "missing", "name the enterprise that the form is of"));
      }
      return own;
    }
    refuseOthers(enterprise);
    if (enterprises.find(enterprise).isEmpty()) {
      throw Problems.notFound("unknown-enterprise", "There is no enterprise " + enterprise);
    }
    return List.of(enterprise);
  }

  /** A 403 problem when an automaker names an enterprise that is not its own. */
  void refuseOthers(@Nullable String enterprise) {
    if (enterprise != null && !caller.isAnalyst() && !caller.enterprises().contains(enterprise)) {
      throw Problems.forbidden(
          "other-enterprise", "The token does not speak for enterprise " + enterprise);
    }
  }

  /** Enterprises whose forms the caller sees; null for all. */
  @Nullable List<String> own() {
    return caller.isAnalyst() ? null : List.copyOf(caller.enterprises());
  }

  /** The language that is asked for: by the parameter, else by the header. */
  static Language language(@Nullable String parameter, HttpHeaders headers) {
    if (parameter == null) {
      return Language.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
    return switch (parameter) {
      case "en" -> Language.EN;
      case "zh" -> Language.ZH;
      default ->
          throw Problems.invalidParameter(new Fault("language", "invalid", "language is en or zh"));
    };
  }
}
