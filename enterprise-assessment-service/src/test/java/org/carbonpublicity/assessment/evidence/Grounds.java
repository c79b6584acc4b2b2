package org.carbonpublicity.assessment.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What other features say of evidence, as a test wants it. */
@ApplicationScoped
class Grounds implements EvidenceReader, EvidenceBar, EvidenceUse {

  private final Set<String> delegates = ConcurrentHashMap.newKeySet();
  private final Set<String> barred = ConcurrentHashMap.newKeySet();
  private final Set<UUID> used = ConcurrentHashMap.newKeySet();

  /** Pairs of a subject and an enterprise, as {@code member T0001}. */
  Set<String> delegates() {
    return delegates;
  }

  Set<String> barred() {
    return barred;
  }

  Set<UUID> used() {
    return used;
  }

  @Override
  public boolean mayRead(String subject, Evidence evidence) {
    return delegates.contains(subject + " " + evidence.enterprise());
  }

  @Override
  public boolean isBarred(String subject, String enterprise) {
    return barred.contains(subject + " " + enterprise);
  }

  @Override
  public boolean isUsed(UUID evidence) {
    return used.contains(evidence);
  }
}
