package org.carbonpublicity.disclosure.publication;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A batch on its way to the public.
 *
 * @param number in the order of publications
 * @param cursor the last model code that was told; "" before the first
 * @param told models told so far
 * @param cutOff the last day that the batch covers
 * @param correctionReason null for a disclosure round
 */
public record Publication(
    int batch,
    int number,
    String cursor,
    long told,
    String title,
    @Nullable LocalDate cutOff,
    @Nullable String correctionReason) {}
