package org.carbonpublicity.rating.label;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An application for a label and, once approved, its certificate.
 *
 * @param state as last written; see {@link #stateAt}
 * @param appliedEdition the edition that was the latest when it was applied for
 * @param appliedClass the model's class in it
 * @param changedBy who changed the state last; {@link #PLATFORM} when an edition did
 * @param reasonCode stable word for the reason of the last change
 * @param changedEdition the latest edition at that change of a certificate's state
 * @param credential the signed certificate, compact JOSE
 */
public record Label(
    long id,
    LabelKind kind,
    LabelState state,
    String modelCode,
    String modelName,
    String enterprise,
    String enterpriseName,
    int appliedEdition,
    int appliedClass,
    Instant appliedAt,
    String appliedBy,
    Instant changedAt,
    String changedBy,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable Integer changedEdition,
    @Nullable Certificate certificate,
    @Nullable String credential) {

  /** Who changes states when no person does. */
  public static final String PLATFORM = "platform";

  /** The state at a moment: a certificate out of date is expired, unless it was revoked. */
  public LabelState stateAt(Instant now) {
    boolean dated = state == LabelState.VALID || state == LabelState.SUSPENDED;
    return dated && certificate != null && !now.isBefore(certificate.validUntil())
        ? LabelState.EXPIRED
        : state;
  }

  /**
   * Its certificate.
   *
   * @throws IllegalStateException while it is only applied for
   */
  public Certificate issued() {
    if (certificate == null) {
      throw new IllegalStateException("label " + id + " has no certificate");
    }
    return certificate;
  }
}
