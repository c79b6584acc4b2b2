package org.carbonpublicity.disclosure.preview.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.carbonpublicity.disclosure.preview.Preview;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A preview and how far it is.
 *
 * @param progressPercent 1 decimal, down; 100 only when it is complete
 * @param notRecalculableModels published models with an imported footprint: they keep it
 * @param implausibleModels models of which the factor set leaves no body beside battery and parts
 */
@Schema(name = "FactorSetPreview")
record PreviewResponse(
    String id,
    String factorSet,
    Preview.State state,
    Instant requestedAt,
    @Nullable Instant completedAt,
    BigDecimal progressPercent,
    @Nullable Long publishedModels,
    long recalculatedModels,
    long notRecalculableModels,
    long implausibleModels,
    @Nullable String failure,
    Preview.@Nullable Result result) {

  private static final BigDecimal ALMOST = new BigDecimal("99.9");
  private static final BigDecimal WHOLE = new BigDecimal("100.0");

  static PreviewResponse of(Preview preview) {
    return new PreviewResponse(
        preview.id().toString(),
        preview.factorSet(),
        preview.state(),
        preview.createdAt(),
        preview.completedAt(),
        progress(preview),
        preview.population(),
        preview.models(),
        preview.notRecalculable(),
        preview.implausible(),
        preview.failure(),
        preview.result());
  }

  private static BigDecimal progress(Preview preview) {
    if (preview.state() == Preview.State.COMPLETED) {
      return WHOLE;
    }
    Long population = preview.population();
    if (population == null || population == 0) {
      return BigDecimal.ZERO.setScale(1);
    }
    long seen = preview.models() + preview.notRecalculable() + preview.implausible();
    return BigDecimal.valueOf(seen)
        .movePointRight(2)
        .divide(BigDecimal.valueOf(population), 1, RoundingMode.DOWN)
        .min(ALMOST);
  }
}
