package org.carbonpublicity.reporting.opendata.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.carbonpublicity.reporting.opendata.ModelChange;
import org.carbonpublicity.reporting.opendata.ModelChange.FieldChange;
import org.carbonpublicity.reporting.opendata.ModelField;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the change feed. */
@Schema(name = "ModelChanges")
@JsonPropertyOrder({"since", "until", "changes"})
record ChangesAnswer(int since, int until, List<ChangeAnswer> changes) {

  /** How a model differs. */
  @Schema(name = "ModelChange")
  @JsonPropertyOrder({
    "modelCode",
    "modelName",
    "enterpriseCode",
    "enterprise",
    "change",
    "mergedInto",
    "fields"
  })
  record ChangeAnswer(
      String modelCode,
      String modelName,
      String enterpriseCode,
      String enterprise,
      ModelChange.Kind change,
      @Schema(description = "Code of the model that stands for a withdrawn one.")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable String mergedInto,
      @Schema(description = "What differs; of an added or withdrawn model, all that it has.")
          List<FieldAnswer> fields) {}

  /** A field before and after. */
  @Schema(name = "ModelFieldChange")
  @JsonPropertyOrder({"field", "before", "after"})
  record FieldAnswer(
      @Schema(description = "As in the data dictionary.") String field,
      @Schema(description = "A number, a boolean or a text; null is missing.")
          @Nullable Object before,
      @Schema(description = "A number, a boolean or a text; null is missing.")
          @Nullable Object after) {}

  static ChangesAnswer of(int since, int until, List<ModelChange> changes) {
    return new ChangesAnswer(since, until, changes.stream().map(ChangesAnswer::change).toList());
  }

  private static ChangeAnswer change(ModelChange change) {
    return new ChangeAnswer(
        change.modelCode(),
        change.modelName(),
        change.enterpriseCode(),
        change.enterprise(),
        change.kind(),
        change.mergedInto(),
        change.fields().stream().map(ChangesAnswer::field).toList());
  }

  private static FieldAnswer field(FieldChange field) {
    ModelField.Type type = field.field().type();
    return new FieldAnswer(
        field.field().key(), value(type, field.before()), value(type, field.after()));
  }

  private static @Nullable Object value(ModelField.Type type, @Nullable String text) {
    if (text == null || !type.isLiteral()) {
      return text;
    }
    return type == ModelField.Type.BOOLEAN ? (Object) Boolean.valueOf(text) : new BigDecimal(text);
  }

  /** RFC 4180 in UTF-8: a row for each field. */
  static byte[] csv(List<ModelChange> changes) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(
          "modelCode",
          "modelName",
          "enterpriseCode",
          "enterprise",
          "change",
          "mergedInto",
          "field",
          "before",
          "after");
      for (ModelChange change : changes) {
        for (FieldChange field : change.fields()) {
          csv.writeRecord(
              change.modelCode(),
              change.modelName(),
              change.enterpriseCode(),
              change.enterprise(),
              change.kind().name(),
              orEmpty(change.mergedInto()),
              field.field().key(),
              orEmpty(field.before()),
              orEmpty(field.after()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
