package org.carbonpublicity.assessment.evidence.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.carbonpublicity.assessment.evidence.Evidence;
import org.carbonpublicity.assessment.evidence.EvidenceBar;
import org.carbonpublicity.assessment.evidence.EvidenceReader;
import org.carbonpublicity.assessment.http.Caller;

/**
 * What the caller may do with an enterprise's evidence, decided anew at each request: it ends when
 * its ground does.
 */
@ApplicationScoped
class EvidenceScope {

  private final Caller caller;
  private final Instance<EvidenceReader> readers;
  private final Instance<EvidenceBar> bars;

  EvidenceScope(
      Caller caller, @Any Instance<EvidenceReader> readers, @Any Instance<EvidenceBar> bars) {
    this.caller = caller;
    this.readers = readers;
    this.bars = bars;
  }

  boolean mayRead(Evidence evidence) {
    return mayList(evidence.enterprise())
        || readers.stream().anyMatch(reader -> reader.mayRead(caller.name(), evidence));
  }

  /** Who may list an enterprise's files may read each of them. */
  boolean mayList(String enterprise) {
    return caller.actsFor(enterprise) || isFreeAssessor(enterprise);
  }

  boolean mayAdd(String enterprise) {
    return caller.actsFor(enterprise)
        || isFreeAssessor(enterprise)
        || readers.stream().anyMatch(reader -> reader.mayAdd(caller.name(), enterprise));
  }

  /** Whose it is may delete it; so may an assessor what he added on behalf. */
  boolean mayDelete(Evidence evidence) {
    return caller.actsFor(evidence.enterprise())
        || (isFreeAssessor(evidence.enterprise()) && evidence.uploadedBy().equals(caller.name()));
  }

  private boolean isFreeAssessor(String enterprise) {
    return caller.isAssessor()
        && bars.stream().noneMatch(bar -> bar.isBarred(caller.name(), enterprise));
  }
}
