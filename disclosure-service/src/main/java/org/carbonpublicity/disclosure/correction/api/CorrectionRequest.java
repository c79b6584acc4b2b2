package org.carbonpublicity.disclosure.correction.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A correction by fields: each model with its code and what is to be changed of it. */
@Schema(name = "CorrectionRequest")
record CorrectionRequest(
    @Nullable String reason,
    @Schema(
            description =
                "modelCode, and any of enterprise, group, brand, countryStyle, series, modelName,"
                    + " powertrain, bodyType, segment, curbMassKg, fuelLPer100Km,"
                    + " electricityKwhPer100Km, batteryKwh, batteryChemistry, priceCny, launchMonth,"
                    + " onSale, footprintGramsPerKm; null takes a value away",
            implementation = Object[].class)
        @Nullable List<@Nullable Map<String, JsonNode>> models) {}
