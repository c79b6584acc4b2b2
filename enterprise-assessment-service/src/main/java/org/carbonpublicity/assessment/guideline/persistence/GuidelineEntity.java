package org.carbonpublicity.assessment.guideline.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code guideline}. */
@Entity
@Table(name = "guideline")
class GuidelineEntity {

  @Id String id;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column
  Guideline definition;

  @Column(name = "activated_at")
  Instant activatedAt;
}
