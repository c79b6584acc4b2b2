package org.carbonpublicity.reporting.testing;

import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.embedded.testing.TestEvents.KeyedJson;

/** Models on sale of seven enterprises that are all below average, or all above. */
public final class MovedModels {

  private MovedModels() {}

  /** The model with that number. */
  public static RatedModel model(int number, boolean below) {
    int enterprise = number % 7;
    return RatedModel.model("M" + number)
        .enterprise("E000" + enterprise, "Enterprise " + enterprise)
        .with("group", "Group")
        .with("belowAverage", below)
        .with("class", below ? 1 : 5);
  }

  /** The first models, as an edition rates them. */
  public static List<KeyedJson> of(int edition, int count, boolean below) {
    List<KeyedJson> models = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      models.add(model(i, below).in(edition));
    }
    return models;
  }
}
