package org.carbonpublicity.disclosure.correction;

import java.time.Instant;
import java.util.Map;
import org.carbonpublicity.disclosure.batch.CorrectionKind;
import org.jspecify.annotations.Nullable;

/**
 * What a correction changed of a model.
 *
 * @param batch the correction
 * @param revision the new one; {@code replaces} is the one before
 * @param before changed values as they were, by field; absent what had no value
 * @param after the same values as they are; empty when the model was withdrawn
 * @param mergedInto the model that stands for a withdrawn one
 */
public record Erratum(
    int batch,
    int publication,
    CorrectionKind kind,
    String reason,
    Instant publishedAt,
    String modelCode,
    String modelName,
    String enterprise,
    int revision,
    int replaces,
    Map<String, Object> before,
    Map<String, Object> after,
    boolean withdrawn,
    @Nullable String mergedInto) {}
