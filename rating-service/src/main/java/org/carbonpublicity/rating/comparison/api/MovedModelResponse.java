package org.carbonpublicity.rating.comparison.api;

import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.rating.comparison.Cause;
import org.carbonpublicity.rating.comparison.ClassSteps;
import org.carbonpublicity.rating.comparison.ComparedModel;
import org.carbonpublicity.rating.comparison.EditionComparison.Compared;
import org.carbonpublicity.rating.comparison.OwnChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A model of one cell of the matrix, and how it got there. */
@Schema(name = "MovedModel")
record MovedModelResponse(
    String modelCode,
    String modelName,
    String enterprise,
    String enterpriseName,
    @Schema(description = "Absent when the earlier edition does not have it")
        @Nullable State before,
    @Schema(description = "Absent when the edition does not have it") @Nullable State after,
    @Schema(description = "Absent unless both editions have it") @Nullable Steps steps,
    @Schema(description = "Steps that change the class") List<Cause> causes,
    @Schema(description = "What the model itself states differently") List<OwnChange> ownChanges) {

  @Schema(name = "MovedModelState")
  record State(
      String powertrain,
      String bodyType,
      String segment,
      @Nullable BigDecimal curbMassKg,
      BigDecimal footprintGramsPerKm,
      boolean onSale) {

    static @Nullable State of(ComparedModel.@Nullable State state) {
      return state == null
          ? null
          : new State(
              state.category().powertrain().name(),
              state.category().bodyType(),
              state.category().segment(),
              state.curbMassKg(),
              state.footprintGramsPerKm(),
              state.onSale());
    }
  }

  @Schema(name = "MovedModelSteps", description = "Classes 1 to 5, or `unrated`")
  record Steps(
      @Schema(description = "In the earlier edition") String before,
      @Schema(description = "With its own new values under the earlier scheme and references")
          String afterOwn,
      @Schema(description = "With the earlier scheme's references of the new population")
          String afterPopulation,
      @Schema(description = "Under the edition's own scheme") String afterScheme) {

    static @Nullable Steps of(@Nullable ClassSteps steps) {
      return steps == null
          ? null
          : new Steps(
              steps.before().token(),
              steps.afterOwn().token(),
              steps.afterPopulation().token(),
              steps.afterScheme().token());
    }
  }

  static MovedModelResponse of(Compared compared) {
    ComparedModel model = compared.model();
    ClassSteps steps = compared.steps();
    return new MovedModelResponse(
        model.modelCode(),
        model.modelName(),
        model.enterprise(),
        model.enterpriseName(),
        State.of(model.before()),
        State.of(model.after()),
        Steps.of(steps),
        steps == null ? List.of() : List.copyOf(steps.causes()),
        List.copyOf(model.ownChanges()));
  }
}
