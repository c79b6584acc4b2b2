package org.carbonpublicity.rating.edition.api;

import jakarta.enterprise.context.ApplicationScoped;
import org.carbonpublicity.rating.edition.Explanation;
import org.carbonpublicity.rating.edition.Explanations;
import org.carbonpublicity.rating.edition.Explanations.Answer;
import org.carbonpublicity.rating.http.Problems;

/** Finds the rating that a request means. */
@ApplicationScoped
public class ExplanationReads {

  private final EditionReads reads;
  private final Explanations explanations;

  ExplanationReads(EditionReads reads, Explanations explanations) {
    this.reads = reads;
    this.explanations = explanations;
  }

  /** Of that edition, or the latest; a 404 problem when there is none, or no such model in it. */
  public Explanation find(String edition, String modelCode) {
    Answer answer =
        edition.equals(EditionReads.LATEST)
            ? explanations.inLatest(modelCode).orElseThrow(EditionReads::noEdition)
            : explanations.in(reads.find(edition), modelCode);
    Explanation explanation = answer.explanation();
    if (explanation == null) {
      throw Problems.notFound(
          "unknown-vehicle-model",
          "edition %d has no model of this code".formatted(answer.frame().edition().number()));
    }
    return explanation;
  }
}
