package org.carbonpublicity.rating.edition;

import org.jspecify.annotations.Nullable;

/** Which ratings of an edition to read; what is null does not restrict. */
public record RatingFilter(
    @Nullable String enterprise,
    @Nullable String group,
    @Nullable String brand,
    @Nullable String series,
    @Nullable String powertrain,
    @Nullable String bodyType,
    @Nullable String segment,
    @Nullable Integer ratingClass,
    @Nullable Boolean onSale) {}
