package org.carbonpublicity.assessment.guideline.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.GuidelineState;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code guideline}. */
@Entity
@Table(name = "guideline")
class GuidelineEntity {

  @Id String id;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column
  Guideline definition;

  @Enumerated(EnumType.STRING)
  @Column
  GuidelineState state;

  @Column int version;

  @Column(name = "activated_at")
  @Nullable Instant activatedAt;

  @Column(name = "retired_at")
  @Nullable Instant retiredAt;
}
