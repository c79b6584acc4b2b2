package org.carbonpublicity.rating.label.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.carbonpublicity.rating.http.Caller;
import org.carbonpublicity.rating.http.Cursor;
import org.carbonpublicity.rating.http.Problems;
import org.carbonpublicity.rating.http.Problems.Fault;
import org.carbonpublicity.rating.label.LabelFilter;
import org.carbonpublicity.rating.label.LabelKind;
import org.carbonpublicity.rating.label.LabelState;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters that restrict labels. */
public class LabelQuery {

  @QueryParam("kind")
  @Parameter(description = "CLASS or TOP_RUNNER")
  @Nullable String kind;

  @QueryParam("state")
  @Parameter(description = "APPLIED, REJECTED, VALID, SUSPENDED, REVOKED or EXPIRED")
  @Nullable String state;

  @QueryParam("enterprise")
  @Parameter(description = "Code of an enterprise")
  @Nullable String enterprise;

  @QueryParam("model")
  @Parameter(description = "Code of a model")
  @Nullable String model;

  @QueryParam("class")
  @Parameter(description = "1 to 5: as certified, or as applied for")
  @Nullable String ratingClass;

  @QueryParam("limit")
  @DefaultValue(Cursor.DEFAULT_LIMIT)
  @Parameter(description = "1 to 1000")
  String limit = Cursor.DEFAULT_LIMIT;

  @QueryParam("cursor")
  @Parameter(description = "From the Link header of the page before")
  @Nullable String cursor;

  /** The filter, with what the caller may see; a 400 problem when a value is none of the known. */
  LabelFilter filter(Caller caller) {
    String number = Problems.oneOf("class", ratingClass, List.of("1", "2", "3", "4", "5"));
    String kindName = Problems.oneOf("kind", kind, names(LabelKind.values()));
    String stateName = Problems.oneOf("state", state, names(LabelState.values()));
    return new LabelFilter(
        kindName == null ? null : LabelKind.valueOf(kindName),
        stateName == null ? null : LabelState.valueOf(stateName),
        enterprise,
        model,
        number == null ? null : Integer.valueOf(number),
        caller.isAnalyst(),
        caller.enterprises());
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  /** The id below which the page lies; null for the first page. */
  @Nullable Long below() {
    String key = Cursor.decode(cursor);
    if (key != null && !key.matches("[0-9]{1,18}")) {
      throw Problems.invalidParameter(
          new Fault("cursor", "invalid", "this cursor is not of the list of labels"));
    }
    return key == null ? null : Long.valueOf(key);
  }
}
