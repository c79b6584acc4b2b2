package org.carbonpublicity.disclosure.outlier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import org.carbonpublicity.disclosure.outlier.persistence.OutlierRepository;
import org.carbonpublicity.disclosure.outlier.persistence.ScanRepository;
import org.carbonpublicity.disclosure.outlier.persistence.ScanRepository.FoundOutliers;

/**
 * Looks through a batch whose models have changed: one transaction, which forgets the requests that
 * it answers. A crash leaves them, and the scan is done anew.
 */
@ApplicationScoped
class OutlierScan {

  private final ScanRepository scans;
  private final Clock clock;

  OutlierScan(ScanRepository scans, Clock clock) {
    this.scans = scans;
    this.clock = clock;
  }

  /** Scans one batch that asks for it; false when there is none. */
  @Transactional(TxType.REQUIRES_NEW)
  boolean next() {
    int batch = scans.takeRequest();
    if (batch == OutlierRepository.NONE) {
      return false;
    }
    Population population = new Population();
    scans.population(batch, population);
    long models;
    try (FoundOutliers found = scans.found(batch)) {
      Detection detection = new Detection(population, found::add);
      models = scans.candidates(batch, detection::accept);
      detection.end();
    }
    scans.merge(batch, models, clock.instant());
    return true;
  }
}
