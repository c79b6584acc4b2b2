package org.carbonpublicity.rating.publication;

import org.jspecify.annotations.Nullable;

/**
 * A model that is not published any more.
 *
 * @param mergedInto code of the model that stands for it from now on; null when none does
 */
public record IncomingWithdrawal(
    int publication, int batch, int revision, String modelCode, @Nullable String mergedInto) {}
