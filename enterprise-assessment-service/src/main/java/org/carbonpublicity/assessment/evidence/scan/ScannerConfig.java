package org.carbonpublicity.assessment.evidence.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the scanner; anything that is no known name stops the start. */
class ScannerConfig {

  @Produces
  @ApplicationScoped
  Scanner scanner(
      @ConfigProperty(name = "assessment.evidence.scanner", defaultValue = "off") Kind kind,
      @ConfigProperty(name = "assessment.evidence.clamd.host", defaultValue = "localhost")
          String host,
      @ConfigProperty(name = "assessment.evidence.clamd.port", defaultValue = "3310") int port,
      @ConfigProperty(name = "assessment.evidence.clamd.patience", defaultValue = "30S")
          Duration patience) {
    return switch (kind) {
      case OFF -> file -> Optional.empty();
      case EICAR -> new EicarScanner();
      case CLAMD -> new ClamdScanner(host, port, patience);
    };
  }

  /** The scanners there are. */
  enum Kind {
    OFF,
    EICAR,
    CLAMD
  }
}
