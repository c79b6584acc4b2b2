package org.carbonpublicity.assessment.result.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.carbonpublicity.assessment.scoring.Outcome;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code assessment}. */
@Entity
@Table(name = "assessment")
class AssessmentEntity {

  @Id UUID id;

  @Generated
  @Column(insertable = false, updatable = false)
  long number;

  @Column UUID submission;

  @Column String guideline;

  @Column String enterprise;

  @Column(name = "enterprise_name")
  String enterpriseName;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column
  Outcome outcome;

  @Enumerated(EnumType.STRING)
  @Column
  AssessmentState state;

  @Column int version;

  @Column(name = "awarded_at")
  Instant awardedAt;

  @Column(name = "confirmed_at")
  @Nullable Instant confirmedAt;

  @Column(name = "confirmed_by")
  @Nullable String confirmedBy;

  @Column(name = "published_at")
  @Nullable Instant publishedAt;

  @Column(name = "published_by")
  @Nullable String publishedBy;
}
