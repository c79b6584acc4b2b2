package org.carbonpublicity.assessment.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much evidence is kept. */
@ApplicationScoped
public class EvidenceConfig {

  private final int mostFiles;
  private final long mostBytes;

  EvidenceConfig(
      @ConfigProperty(name = "assessment.evidence.most-files", defaultValue = "500") int mostFiles,
      @ConfigProperty(name = "assessment.evidence.most-bytes", defaultValue = "2G")
          MemorySize mostBytes) {
    this.mostFiles = mostFiles;
    this.mostBytes = mostBytes.asLongValue();
  }

  /** Files of one enterprise. */
  public int mostFiles() {
    return mostFiles;
  }

  /** Bytes of all files of one enterprise. */
  public long mostBytes() {
    return mostBytes;
  }
}
