package org.carbonpublicity.disclosure.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.Term;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a vehicle model in one revision: its information, its footprint and how that
 * came about. Units are in the names; what is absent is unknown or does not apply.
 *
 * @param state of its batch
 * @param replaces the revision before it
 * @param group that the form states, or that of the enterprise then
 * @param withdrawn true when the revision says that the model is not published any more
 * @param mergedInto the model that stands for a withdrawn one
 * @param publishedAt when it became public; null before
 * @param terms every addend of a calculated footprint; null in lists
 */
public record KnownRevision(
    String modelCode,
    int revision,
    @Nullable Integer replaces,
    int batch,
    String state,
    String enterprise,
    @Nullable String group,
    String brand,
    String countryStyle,
    String series,
    String modelName,
    String powertrain,
    String bodyType,
    String segment,
    @Nullable BigDecimal curbMassKg,
    @Nullable BigDecimal fuelLPer100Km,
    @Nullable BigDecimal electricityKwhPer100Km,
    @Nullable BigDecimal batteryKwh,
    @Nullable String batteryChemistry,
    @Nullable BigDecimal priceCny,
    @Nullable String launchMonth,
    boolean onSale,
    BigDecimal footprintGramsPerKm,
    String origin,
    @Nullable String factorSet,
    @Nullable String methodology,
    @Nullable String feedbackForm,
    Instant recordedAt,
    @Nullable List<Term> terms,
    boolean withdrawn,
    @Nullable String mergedInto,
    @Nullable Instant publishedAt) {}
