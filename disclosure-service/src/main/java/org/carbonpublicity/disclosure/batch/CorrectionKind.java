package org.carbonpublicity.disclosure.batch;

/** What a correction does to what is published. */
public enum CorrectionKind {
  /** Information or footprint of models is put right. */
  CORRECTION("Correction of published models"),
  /** Models are not published any more. */
  WITHDRAWAL("Withdrawal of published models"),
  /** Models go on sale or off sale. */
  ON_SALE("Change of the on-sale state"),
  /** Models get another name; their code stays. */
  RENAMING("Renaming of models"),
  /** Codes that stand for one vehicle become one code. */
  MERGER("Merging of duplicate codes"),
  /** Calculated footprints follow a factor set that was put in force. */
  FACTOR_SET("Recalculation under another factor set"),
  /** Models stand under another enterprise, or under another name of theirs. */
  ENTERPRISE("Renaming or merging of enterprises");

  private final String title;

  CorrectionKind(String title) {
    this.title = title;
  }

  /** What a batch of this kind is called. */
  public String title() {
    return title;
  }
}
