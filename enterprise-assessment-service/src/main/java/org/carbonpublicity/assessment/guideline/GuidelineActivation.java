package org.carbonpublicity.assessment.guideline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Puts the guidelines that come with the service in force when it starts. */
@ApplicationScoped
class GuidelineActivation {

  private static final Logger LOG = Logger.getLogger(GuidelineActivation.class);
  private static final List<String> SHIPPED = List.of("cpp-2024");

  private final Guidelines guidelines;
  private final ObjectMapper json;

  GuidelineActivation(Guidelines guidelines, ObjectMapper json) {
    this.guidelines = guidelines;
    this.json = json;
  }

  void onStart(@Observes StartupEvent event) {
    for (String id : SHIPPED) {
      Guideline shipped = read(id);
      if (guidelines.activate(shipped)) {
        LOG.infof("event=guideline-activated guideline=%s", id);
      } else if (!guidelines.find(id).map(kept -> kept.guideline().equals(shipped)).orElse(true)) {
        // Submissions were made under the text that is kept: it wins.
        LOG.warnf("event=guideline-differs guideline=%s kept=database", id);
      }
    }
  }

  private Guideline read(String id) {
    try (InputStream file =
        Objects.requireNonNull(
            Guidelines.class.getResourceAsStream("/guidelines/" + id + ".json"))) {
      return json.readValue(file, Guideline.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
