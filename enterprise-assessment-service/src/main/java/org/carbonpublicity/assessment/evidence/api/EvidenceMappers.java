package org.carbonpublicity.assessment.evidence.api;

import jakarta.ws.rs.core.Response;
import org.carbonpublicity.assessment.evidence.UnknownEvidenceException;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every request that refers to files which are not there. */
class EvidenceMappers {

  @ServerExceptionMapper
  Response unknown(UnknownEvidenceException refused) {
    return Problems.unprocessable(
            "unknown-evidence",
            "Evidence that is not known",
            refused.ids().stream()
                .sorted()
                .map(
                    id ->
                        new Fault(
                            "evidence", "unknown-evidence", "the enterprise has no file " + id))
                .toList())
        .toResponse();
  }
}
