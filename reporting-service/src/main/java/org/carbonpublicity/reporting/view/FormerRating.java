package org.carbonpublicity.reporting.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an edition said of a model. */
public record FormerRating(int edition, @Nullable LocalDate asOf, PublishedModel model) {}
