package org.carbonpublicity.rating.scheme.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code rating_scheme}. */
@Entity
@Table(name = "rating_scheme")
class RatingSchemeEntity {

  @Id String id;

  @Column String kind;

  @Column String title;

  @Column(name = "title_zh")
  String titleZh;

  @Column @Nullable String note;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column
  SchemeDefinition definition;

  /** Counted here, not by Hibernate: it tells readers of changes to the content alone. */
  @Column int version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Column(name = "updated_by")
  String updatedBy;
}
