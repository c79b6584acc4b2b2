package org.carbonpublicity.rating.edition.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.carbonpublicity.rating.edition.RatingFilter;
import org.carbonpublicity.rating.http.Cursor;
import org.carbonpublicity.rating.http.Problems;
import org.carbonpublicity.rating.scheme.Category;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters that restrict ratings. */
public class RatingQuery {

  private static final List<String> POWERTRAINS =
      Arrays.stream(Powertrain.values()).map(Enum::name).toList();

  @QueryParam("enterprise")
  @Parameter(description = "Code of an enterprise")
  @Nullable String enterprise;

  @QueryParam("group")
  @Nullable String group;

  @QueryParam("brand")
  @Nullable String brand;

  @QueryParam("series")
  @Nullable String series;

  @QueryParam("powertrain")
  @Parameter(description = "GASOLINE, DIESEL, HEV, PHEV or BEV")
  @Nullable String powertrain;

  @QueryParam("bodyType")
  @Parameter(description = "SEDAN, SUV or MPV")
  @Nullable String bodyType;

  @QueryParam("segment")
  @Parameter(description = "A00, A0, A, B, C or D")
  @Nullable String segment;

  @QueryParam("class")
  @Parameter(description = "1 to 5")
  @Nullable String ratingClass;

  @QueryParam("onSale")
  @Parameter(description = "true or false")
  @Nullable String onSale;

  @QueryParam("limit")
  @DefaultValue(Cursor.DEFAULT_LIMIT)
  @Parameter(description = "1 to 1000")
  String limit = Cursor.DEFAULT_LIMIT;

  @QueryParam("cursor")
  @Parameter(description = "From the Link header of the page before")
  @Nullable String cursor;

  /** The filter; a 400 problem when a value is none of the known ones. */
  RatingFilter filter() {
    String number = Problems.oneOf("class", ratingClass, List.of("1", "2", "3", "4", "5"));
    String sale = Problems.oneOf("onSale", onSale, List.of("true", "false"));
    return new RatingFilter(
        enterprise,
        group,
        brand,
        series,
        Problems.oneOf("powertrain", powertrain, POWERTRAINS),
        Problems.oneOf("bodyType", bodyType, Category.BODY_TYPES),
        Problems.oneOf("segment", segment, Category.SEGMENTS),
        number == null ? null : Integer.valueOf(number),
        sale == null ? null : Boolean.valueOf(sale));
  }
}
