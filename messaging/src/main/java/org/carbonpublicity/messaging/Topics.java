package org.carbonpublicity.messaging;

/** Names of the platform's topics; their partitions and consumers stand in {@code topics.json}. */
public final class Topics {

  public static final String ENTERPRISES = "disclosure.enterprises";
  public static final String FOOTPRINTS = "disclosure.footprints";
  public static final String BATCHES = "disclosure.batches";
  public static final String NOTIFICATIONS = "disclosure.notifications";
  public static final String RATINGS = "rating.ratings";
  public static final String EDITIONS = "rating.editions";
  public static final String LABELS = "rating.labels";
  public static final String GUIDELINES = "assessment.guidelines";
  public static final String SUBMISSIONS = "assessment.submissions";
  public static final String STARS = "assessment.stars";
  public static final String TARGETS = "assessment.targets";
  public static final String CERTIFICATES = "assessment.certificates";

  private Topics() {}
}
