package org.carbonpublicity.rating.publication.events;

import java.time.Instant;
import java.time.LocalDate;
import org.carbonpublicity.messaging.InvalidEventException;
import org.carbonpublicity.rating.publication.PublicationAnnouncement;
import org.carbonpublicity.rating.publication.PublicationKind;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code batch-published.v1}. */
record BatchPublished(
    @Nullable Integer batch,
    @Nullable Integer publication,
    @Nullable String title,
    @Nullable Long footprints,
    @Nullable Long withdrawals,
    @Nullable String kind,
    @Nullable LocalDate cutOff,
    @Nullable Instant publishedAt) {

  static final String TYPE = "batch-published.v1";

  PublicationAnnouncement checked() {
    if (batch == null
        || publication == null
        || title == null
        || footprints == null
        || publishedAt == null) {
      throw new InvalidEventException(
          TYPE + ": batch, publication, title, footprints and publishedAt are needed");
    }
    long withdrawn = withdrawals == null ? 0 : withdrawals;
    if (withdrawn < 0
        || batch < 1
        || publication < 1
        || footprints < 0
        || title.indexOf('\0') >= 0) {
      throw new InvalidEventException(TYPE + ": a number is not positive, or the title has a NUL");
    }
    return new PublicationAnnouncement(
        publication, batch, title, kind(footprints), footprints + withdrawn, cutOff, publishedAt);
  }

  private @Nullable PublicationKind kind(long published) {
    if (kind == null) {
      return PublicationKind.BATCH;
    }
    if (!kind.equals("CORRECTION")) {
      return null;
    }
    return published == 0 ? PublicationKind.WITHDRAWAL : PublicationKind.CORRECTION;
  }
}
