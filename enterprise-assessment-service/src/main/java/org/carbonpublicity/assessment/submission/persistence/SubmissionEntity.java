package org.carbonpublicity.assessment.submission.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.assessment.submission.Answer;
import org.carbonpublicity.assessment.submission.SubmissionState;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code submission}. */
@Entity
@Table(name = "submission")
class SubmissionEntity {

  @Id UUID id;

  @Column String guideline;

  @Column String enterprise;

  @Column(name = "enterprise_name")
  String enterpriseName;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column
  List<Answer> answers;

  @Enumerated(EnumType.STRING)
  @Column
  SubmissionState state;

  @Column(name = "submitted_at")
  Instant submittedAt;

  @Column(name = "submitted_by")
  String submittedBy;

  @Column(name = "superseded_by")
  @Nullable UUID supersededBy;

  @Column(name = "assessment_window")
  @Nullable String window;

  @Column boolean late;
}
