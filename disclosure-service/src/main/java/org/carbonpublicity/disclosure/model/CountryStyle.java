package org.carbonpublicity.disclosure.model;

/** Where a brand comes from; {@link #UNSPECIFIED} when the form leaves it open. */
public enum CountryStyle {
  DOMESTIC,
  GERMAN,
  JAPANESE,
  AMERICAN,
  KOREAN,
  BRITISH,
  SWEDISH,
  FRENCH,
  ITALIAN,
  OTHER,
  UNSPECIFIED
}
