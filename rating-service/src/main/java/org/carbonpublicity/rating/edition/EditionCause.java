package org.carbonpublicity.rating.edition;

import org.carbonpublicity.rating.publication.PublicationKind;
import org.jspecify.annotations.Nullable;

/**
 * Something that is new in an edition: a publication, or that another scheme is in force than in
 * the edition before. What came while that one was being made is folded into this one.
 *
 * @param publication number of the publication; null for a scheme, like batch and kind
 * @param kind null also for a publication that was announced before kinds were noted
 * @param scheme the scheme put in force; null for a publication
 */
public record EditionCause(
    EditionTrigger type,
    @Nullable Integer publication,
    @Nullable Integer batch,
    @Nullable PublicationKind kind,
    @Nullable String scheme) {

  public static EditionCause publication(
      int publication, int batch, @Nullable PublicationKind kind) {
    return new EditionCause(EditionTrigger.PUBLICATION, publication, batch, kind, null);
  }

  public static EditionCause scheme(String scheme) {
    return new EditionCause(EditionTrigger.SCHEME_ACTIVATION, null, null, null, scheme);
  }
}
