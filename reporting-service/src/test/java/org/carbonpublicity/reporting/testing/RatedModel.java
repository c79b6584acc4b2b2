package org.carbonpublicity.reporting.testing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carbonpublicity.embedded.testing.TestEvents.KeyedJson;

/** A model-rated.v1 event in the making; an on-sale BEV sedan of class 1 unless told otherwise. */
public final class RatedModel {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final Map<String, Object> fields = new LinkedHashMap<>();

  private RatedModel() {}

  public static RatedModel model(String code) {
    return new RatedModel()
        .with("modelCode", code)
        .with("modelName", "Model " + code)
        .enterprise("E0001", "Alpha")
        .with("brand", "Alpha")
        .with("countryStyle", "DOMESTIC")
        .with("series", "Alpha One")
        .with("powertrain", "BEV")
        .with("bodyType", "SEDAN")
        .with("segment", "A")
        .with("curbMassKg", new BigDecimal("1500"))
        .with("onSale", true)
        .with("batch", 1)
        .with("footprintRevision", 1)
        .footprint("150.00")
        .with("class", 1)
        .with("ratio", new BigDecimal("0.900000"))
        .with("reference", new BigDecimal("166.67"))
        .with("categoryMean", new BigDecimal("160.000000"))
        .with("belowAverage", true);
  }

  public RatedModel with(String field, Object value) {
    fields.put(field, value);
    return this;
  }

  public RatedModel without(String field) {
    fields.remove(field);
    return this;
  }

  /** A field as text; "" when it is absent. */
  public String text(String field) {
    Object value = fields.get(field);
    return value == null ? "" : value.toString();
  }

  public RatedModel enterprise(String code, String name) {
    return with("enterprise", code).with("enterpriseName", name);
  }

  public RatedModel footprint(String gramsPerKm) {
    return with("footprintGramsPerKm", new BigDecimal(gramsPerKm));
  }

  public RatedModel offSale() {
    return with("onSale", false).without("belowAverage");
  }

  public RatedModel unrated() {
    return without("class")
        .without("ratio")
        .without("reference")
        .with("unratedReason", "NO_CURB_MASS");
  }

  public KeyedJson in(int edition) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("edition", edition);
    event.putAll(fields);
    try {
      return new KeyedJson(String.valueOf(fields.get("modelCode")), JSON.writeValueAsString(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
