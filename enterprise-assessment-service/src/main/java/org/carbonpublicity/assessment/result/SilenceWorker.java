package org.carbonpublicity.assessment.result;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.carbonpublicity.assessment.worker.StepThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The thread that takes silence until the response deadline for confirmation. */
@ApplicationScoped
public class SilenceWorker {

  private final StepThread thread;

  SilenceWorker(
      Assessments assessments,
      @ConfigProperty(name = "assessment.silence-poll-interval") Duration pollInterval) {
    thread = new StepThread("silence-worker", pollInterval, assessments::confirmNextSilent);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.stop();
  }

  /** Has the thread look now instead of at its next turn. */
  public void wake() {
    thread.wake();
  }
}
