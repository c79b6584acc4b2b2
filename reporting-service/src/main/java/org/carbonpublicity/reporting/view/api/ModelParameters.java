package org.carbonpublicity.reporting.view.api;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Parameters of a search for models. */
public class ModelParameters {

  private static final String SEVERAL = "Several are separated by commas.";

  @QueryParam("q")
  @Parameter(
      description =
          "Words, all of which stand somewhere in code, name, series, brand, enterprise or group; in"
              + " any language, without regard to case and width.")
  public @Nullable String q;

  @QueryParam("enterprise")
  @Parameter(description = "Code or name.")
  public @Nullable String enterprise;

  @QueryParam("group")
  public @Nullable String group;

  @QueryParam("brand")
  public @Nullable String brand;

  @QueryParam("series")
  public @Nullable String series;

  @QueryParam("powertrain")
  @Parameter(description = "GASOLINE, DIESEL, HEV, PHEV or BEV. " + SEVERAL)
  public @Nullable String powertrain;

  @QueryParam("bodyType")
  @Parameter(description = "SEDAN, SUV or MPV. " + SEVERAL)
  public @Nullable String bodyType;

  @QueryParam("segment")
  @Parameter(description = "A00, A0, A, B, C or D. " + SEVERAL)
  public @Nullable String segment;

  @QueryParam("category")
  @Parameter(description = "Powertrain, body type and segment, as BEV/SEDAN/A. " + SEVERAL)
  public @Nullable String category;

  @QueryParam("class")
  @Parameter(description = "1 to 5 or UNRATED. " + SEVERAL)
  public @Nullable String ratingClass;

  @QueryParam("onSale")
  @Parameter(description = "`true` or `false`; without it, both.")
  public @Nullable String onSale;

  @QueryParam("belowAverage")
  @Parameter(description = "`true` or `false`, of models on sale.")
  public @Nullable String belowAverage;

  @QueryParam("priceFrom")
  @Parameter(description = "CNY, inclusive.")
  public @Nullable String priceFrom;

  @QueryParam("priceTo")
  @Parameter(description = "CNY, exclusive.")
  public @Nullable String priceTo;

  @QueryParam("footprintFrom")
  @Parameter(description = "gCO2e/km, inclusive; compared with the exact footprint.")
  public @Nullable String footprintFrom;

  @QueryParam("footprintTo")
  @Parameter(description = "gCO2e/km, exclusive; compared with the exact footprint.")
  public @Nullable String footprintTo;

  @QueryParam("launchFrom")
  @Parameter(description = "As YYYY-MM, inclusive.")
  public @Nullable String launchFrom;

  @QueryParam("launchTo")
  @Parameter(description = "As YYYY-MM, inclusive.")
  public @Nullable String launchTo;

  @QueryParam("sort")
  @Parameter(
      description =
          "`footprint` (default), `ratio`, `name` or `price`, with `-` before it highest first. What"
              + " has no value comes last.")
  public @Nullable String sort;

  @QueryParam("facets")
  @Parameter(description = "Any of powertrain, class, bodyType, segment. " + SEVERAL)
  public @Nullable String facets;

  @QueryParam("limit")
  @Parameter(description = "1 to 1000; 100 without it.")
  public @Nullable String limit;

  @QueryParam("cursor")
  @Parameter(description = "From the Link header of the page before.")
  public @Nullable String cursor;
}
