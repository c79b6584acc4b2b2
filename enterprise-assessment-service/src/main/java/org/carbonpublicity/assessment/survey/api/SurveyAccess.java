package org.carbonpublicity.assessment.survey.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Ids;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.survey.Delegation;
import org.carbonpublicity.assessment.survey.Delegations;
import org.carbonpublicity.assessment.survey.Survey;
import org.carbonpublicity.assessment.survey.Surveys;

/**
 * Who may see and fill in a survey: automakers of its enterprise all of it, people to whom part of
 * it is delegated that part while it is, and nobody else, assessors neither: they see what is
 * submitted.
 */
@ApplicationScoped
class SurveyAccess {

  private final Surveys surveys;
  private final Delegations delegations;
  private final Caller caller;
  private final Clock clock;

  SurveyAccess(Surveys surveys, Delegations delegations, Caller caller, Clock clock) {
    this.surveys = surveys;
    this.delegations = delegations;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A survey as far as the caller sees it.
   *
   * @param whole whether all of it is the caller's
   * @param items codes of the items that are, where it is not the whole
   */
  record Granted(Survey survey, boolean whole, Set<String> items) {

    boolean covers(String item) {
      return whole || items.contains(item);
    }
  }

  /** The survey; a 404 problem for whom it does not exist. */
  Granted granted(String id) {
    Survey survey = Ids.parse(id).flatMap(surveys::find).orElseThrow(() -> unknown(id));
    if (caller.actsFor(survey.enterprise())) {
      return new Granted(survey, true, Set.of());
    }
    Set<String> items = new HashSet<>();
    for (Delegation delegation : delegations.list(survey)) {
      if (delegation.subject().equals(caller.name()) && delegation.isValid(clock.instant())) {
        items.addAll(delegation.items());
      }
    }
    if (items.isEmpty()) {
      throw unknown(id);
    }
    return new Granted(survey, false, items);
  }

  /** The survey of an enterprise the caller acts for; a delegate gets a 403 problem. */
  Survey own(String id) {
    Granted granted = granted(id);
    if (!granted.whole()) {
      throw Problems.forbidden(
          "delegated-part", "part of the survey is delegated to you; this is for the enterprise");
    }
    return granted.survey();
  }

  /** The survey, where the caller may fill in an item of it. */
  Survey fillable(String id, String item) {
    Granted granted = granted(id);
    if (!granted.covers(item)) {
      throw Problems.forbidden("delegated-part", "this item is not delegated to you");
    }
    return granted.survey();
  }

  private static RuntimeException unknown(String id) {
    return Problems.notFound("unknown-survey", "there is no survey " + id);
  }
}
