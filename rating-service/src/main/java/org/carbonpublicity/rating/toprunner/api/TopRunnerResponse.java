package org.carbonpublicity.rating.toprunner.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.rating.toprunner.CategoryAttribute;
import org.carbonpublicity.rating.toprunner.CategoryTop;
import org.carbonpublicity.rating.toprunner.TopRunner;
import org.carbonpublicity.rating.toprunner.TopRunnerGroup;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Answers about top runners. */
final class TopRunnerResponse {

  private TopRunnerResponse() {}

  @Schema(name = "TopRunnerGroups")
  record Groups(int edition, List<String> by, List<Group> items) {}

  @Schema(name = "TopRunnerGroup", description = "The best of one group")
  record Group(
      @Nullable String powertrain,
      @Nullable String bodyType,
      @Nullable String segment,
      @Schema(description = "Models on sale") long models,
      BigDecimal footprintGramsPerKm,
      List<Model> topRunners) {

    static Group of(TopRunnerGroup group) {
      return new Group(
          group.key().get(CategoryAttribute.POWERTRAIN),
          group.key().get(CategoryAttribute.BODY_TYPE),
          group.key().get(CategoryAttribute.SEGMENT),
          group.models(),
          group.footprintGramsPerKm(),
          group.topRunners().stream().map(Model::of).toList());
    }
  }

  @Schema(name = "TopRunner")
  record Model(
      String modelCode,
      String modelName,
      String enterprise,
      String enterpriseName,
      String brand,
      String series,
      String powertrain,
      String bodyType,
      String segment,
      @JsonProperty("class") @Nullable Integer ratingClass) {

    static Model of(TopRunner model) {
      return new Model(
          model.modelCode(),
          model.modelName(),
          model.enterprise(),
          model.enterpriseName(),
          model.brand(),
          model.series(),
          model.category().powertrain().name(),
          model.category().bodyType(),
          model.category().segment(),
          model.ratingClass());
    }
  }

  @Schema(name = "TopRunnerHistory")
  record History(List<InEdition> items) {}

  @Schema(name = "TopRunnersInEdition")
  record InEdition(
      int edition,
      @Schema(description = "Models on sale of the category; only when asked by category")
          @Nullable Long models,
      BigDecimal footprintGramsPerKm,
      List<Model> topRunners) {

    static InEdition of(CategoryTop top) {
      return new InEdition(
          top.edition(),
          top.models(),
          top.footprintGramsPerKm(),
          top.topRunners().stream().map(Model::of).toList());
    }

    static InEdition of(TopRunner model) {
      return new InEdition(
          model.edition(), null, model.footprintGramsPerKm(), List.of(Model.of(model)));
    }
  }
}
