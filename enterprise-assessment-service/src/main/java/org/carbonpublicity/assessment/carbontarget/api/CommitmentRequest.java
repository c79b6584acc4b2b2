package org.carbonpublicity.assessment.carbontarget.api;

import java.util.List;
import java.util.Objects;
import org.carbonpublicity.assessment.carbontarget.Boundary;
import org.carbonpublicity.assessment.carbontarget.TargetScope;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that commits an enterprise. */
@Schema(
    name = "CommitmentRequest",
    requiredProperties = {"enterprise", "scope", "boundary"})
record CommitmentRequest(
    @Schema(description = "Code of the enterprise") @Nullable String enterprise,
    @Nullable TargetScope scope,
    @Nullable BoundaryRequest boundary) {

  private static final int LONGEST_TEXT = 2_000;

  @Schema(
      name = "BoundaryRequest",
      requiredProperties = {"description"})
  record BoundaryRequest(
      @Schema(maxLength = LONGEST_TEXT) @Nullable String description,
      @Schema(description = "Of the GHG Protocol, 1 to 3: what an organization covers")
          @Nullable List<@Nullable Integer> emissionScopes,
      @Schema(description = "Of a product, e.g. vehicle-km", maxLength = 100)
          @Nullable String functionalUnit) {}

  /** What is asked for, complete. */
  record Commitment(String enterprise, TargetScope scope, Boundary boundary) {}

  /** Throws a 422 problem that names all that is wrong. */
  Commitment checked() {
    FieldFaults faults = new FieldFaults();
    String code = faults.text("enterprise", enterprise, 32);
    if (scope == null) {
      faults.add("scope", "missing", "scope is needed");
    }
    BoundaryRequest given = boundary == null ? new BoundaryRequest(null, null, null) : boundary;
    String description = faults.text("boundary.description", given.description(), LONGEST_TEXT);
    String unit = faults.optionalText("boundary.functionalUnit", given.functionalUnit(), 100);
    List<Integer> scopes = scopes(faults, given);
    if (scope == TargetScope.ORGANIZATION && scopes.isEmpty()) {
      faults.add("boundary.emissionScopes", "missing", "an organization says which it covers");
    }
    if (scope == TargetScope.ORGANIZATION && unit != null) {
      faults.add("boundary.functionalUnit", "not-of-this-scope", "an organization has none");
    }
    if (scope == TargetScope.PRODUCT && unit == null) {
      faults.add("boundary.functionalUnit", "missing", "a product is measured per something");
    }
    if (scope == TargetScope.PRODUCT && !scopes.isEmpty()) {
      faults.add("boundary.emissionScopes", "not-of-this-scope", "a product has none");
    }
    faults.refuse("invalid-carbon-target", "The commitment is not complete");
    return new Commitment(
        code, Objects.requireNonNull(scope), new Boundary(description, scopes, unit));
  }

  private static List<Integer> scopes(FieldFaults faults, BoundaryRequest given) {
    if (given.emissionScopes() == null) {
      return List.of();
    }
    List<Integer> known =
        given.emissionScopes().stream()
            .filter(Objects::nonNull)
            .filter(number -> number >= 1 && number <= 3)
            .distinct()
            .sorted()
            .toList();
    if (known.size() != given.emissionScopes().size()) {
      faults.add("boundary.emissionScopes", "invalid", "1, 2 and 3, each once at most");
    }
    return known;
  }
}
