package org.carbonpublicity.rating.comparison;

import org.carbonpublicity.rating.scheme.RatingClass;
import org.jspecify.annotations.Nullable;

/** Where a model stands in an edition: in a class, without one, or not in the edition at all. */
public enum Standing {
  CLASS_1("1"),
  CLASS_2("2"),
  CLASS_3("3"),
  CLASS_4("4"),
  CLASS_5("5"),
  UNRATED("unrated"),
  ABSENT("absent");

  private final String token;

  Standing(String token) {
    this.token = token;
  }

  /** As it is written in requests and answers. */
  public String token() {
    return token;
  }

  /** A model of the edition; null is an unrated one. */
  public static Standing of(@Nullable Integer ratingClass) {
    return ratingClass == null ? UNRATED : values()[RatingClass.of(ratingClass).ordinal()];
  }

  static Standing of(@Nullable RatingClass ratingClass) {
    return ratingClass == null ? UNRATED : values()[ratingClass.ordinal()];
  }

  /** The standing of that token; null when there is none. */
  public static @Nullable Standing of(String token) {
    for (Standing standing : values()) {
      if (standing.token.equals(token)) {
        return standing;
      }
    }
    return null;
  }

  public boolean isRated() {
    return ordinal() < UNRATED.ordinal();
  }

  /** 1 to 5; null for a model without a class. */
  public @Nullable Integer ratingClass() {
    return isRated() ? ordinal() + 1 : null;
  }
}
