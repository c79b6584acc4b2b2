package org.carbonpublicity.rating.scheme.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code scheme_activation}: the last one tells which scheme is in force. */
@Entity
@Table(name = "scheme_activation")
class SchemeActivationEntity {

  @Id int number;

  @Column String scheme;

  @Column(name = "activated_at")
  Instant activatedAt;

  @Column(name = "activated_by")
  String activatedBy;

  @Column @Nullable Integer edition;
}
