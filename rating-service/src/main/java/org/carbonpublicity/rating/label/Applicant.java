package org.carbonpublicity.rating.label;

import java.util.Set;

/**
 * Who applies.
 *
 * @param anyEnterprise whether on behalf of whichever enterprise
 * @param enterprises else the codes of those it acts for
 */
public record Applicant(String actor, boolean anyEnterprise, Set<String> enterprises) {

  public Applicant {
    enterprises = Set.copyOf(enterprises);
  }

  boolean actsFor(String enterprise) {
    return anyEnterprise || enterprises.contains(enterprise);
  }
}
