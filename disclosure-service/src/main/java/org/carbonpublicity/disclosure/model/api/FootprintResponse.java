package org.carbonpublicity.disclosure.model.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.DataQuality;
import org.carbonpublicity.disclosure.footprint.ExplainedTerm;
import org.carbonpublicity.disclosure.footprint.Explanation;
import org.carbonpublicity.disclosure.footprint.StatedInput;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/** A revision and why it has its footprint. */
@Schema(
    name = "FootprintExplanation",
    properties =
        @SchemaProperty(
            name = "terms",
            type = SchemaType.ARRAY,
            implementation = ExplainedTerm.class))
record FootprintResponse(
    @JsonUnwrapped @JsonIgnoreProperties("terms") KnownRevision revision,
    List<StatedInput> inputs,
    DataQuality dataQuality,
    List<ExplainedTerm> terms,
    @Nullable BigDecimal recomputedGramsPerKm) {

  static FootprintResponse of(KnownRevision revision, Explanation explanation) {
    return new FootprintResponse(
        revision,
        explanation.inputs(),
        explanation.dataQuality(),
        explanation.terms(),
        explanation.recomputedGramsPerKm());
  }
}
