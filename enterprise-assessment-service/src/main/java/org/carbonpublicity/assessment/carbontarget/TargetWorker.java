package org.carbonpublicity.assessment.carbontarget;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.carbonpublicity.assessment.worker.StepThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The thread that looks for targets of which time has run out. */
@ApplicationScoped
class TargetWorker {

  private final StepThread thread;

  TargetWorker(
      OverdueTargets overdue,
      @ConfigProperty(name = "assessment.target.overdue-poll-interval") Duration pollInterval) {
    thread = new StepThread("target-worker", pollInterval, overdue::next);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.stop();
  }
}
