package org.carbonpublicity.reporting.opendata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model differs between two editions.
 *
 * @param modelName as in the later edition that has it; so are the enterprise's code and name
 * @param mergedInto code of the model that stands for a withdrawn one, when there is one
 * @param fields what differs; of an added or withdrawn model, all that it has
 */
public record ModelChange(
    String modelCode,
    String modelName,
    String enterpriseCode,
    String enterprise,
    Kind kind,
    @Nullable String mergedInto,
    List<FieldChange> fields) {

  /** What became of the model. */
  public enum Kind {
    ADDED,
    CHANGED,
    WITHDRAWN
  }

  /**
   * A field before and after, as text as it is stored; null is missing.
   *
   * @param field one of {@link ModelField#COMPARED}
   */
  public record FieldChange(ModelField field, @Nullable String before, @Nullable String after) {}
}
