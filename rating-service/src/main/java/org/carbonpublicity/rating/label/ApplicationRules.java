package org.carbonpublicity.rating.label;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether labels may be applied for. All faults are found, not just the first. */
final class ApplicationRules {

  /** Most models of one application. */
  static final int LARGEST = 1_000;

  private ApplicationRules() {}

  /** Faults of the list itself. */
  static List<LabelFault> ofList(List<String> models) {
    List<LabelFault> faults = new ArrayList<>();
    if (models.isEmpty()) {
      faults.add(new LabelFault("models", "required", "name at least one model"));
    }
    if (models.size() > LARGEST) {
      faults.add(new LabelFault("models", "too-many", "at most " + LARGEST + " at once"));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < models.size(); i++) {
      if (!seen.add(models.get(i))) {
        faults.add(new LabelFault(field(i), "repeated", models.get(i) + " is named twice"));
      }
    }
    return faults;
  }

  /**
   * Faults of the models.
   *
   * @param candidates by code, of those that the edition has
   * @param topRunners codes of those that are top runners; only read for {@link
   *     LabelKind#TOP_RUNNER}
   */
  static List<LabelFault> ofModels(
      LabelKind kind,
      List<String> models,
      Map<String, Candidate> candidates,
      Set<String> topRunners,
      Applicant applicant) {
    List<LabelFault> faults = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      String code = models.get(i);
      Candidate model = candidates.get(code);
      if (model == null) {
        faults.add(new LabelFault(field(i), "unknown-model", code + " is not in the edition"));
        continue;
      }
      if (!applicant.actsFor(model.enterprise())) {
        faults.add(
            new LabelFault(
                field(i), "other-enterprise", code + " is a model of " + model.enterprise()));
        continue;
      }
      if (model.ratingClass() == null) {
        faults.add(new LabelFault(field(i), "not-rated", code + " has no class"));
      }
      if (!model.onSale()) {
        faults.add(new LabelFault(field(i), "off-sale", code + " is not on sale"));
      }
      if (kind == LabelKind.TOP_RUNNER && !topRunners.contains(code)) {
        faults.add(
            new LabelFault(
                field(i), "no-top-runner", code + " has not the lowest footprint of its category"));
      }
      if (model.taken()) {
        faults.add(
            new LabelFault(
                field(i),
                "label-present",
                code + " has an open application or a valid label of this kind"));
      }
    }
    return faults;
  }

  private static String field(int index) {
    return "models[" + index + "]";
  }
}
