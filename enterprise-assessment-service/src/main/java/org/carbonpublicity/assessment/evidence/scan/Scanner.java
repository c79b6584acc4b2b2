package org.carbonpublicity.assessment.evidence.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Looks for malicious software in a file before it is kept. */
public interface Scanner {

  /**
   * Reads a file to its end, or to the first finding.
   *
   * @return the name of what was found; empty when nothing was
   * @throws ScannerUnavailableException when it cannot be said: the file must not be kept then
   * @throws IOException when the file cannot be read
   */
  Optional<String> scan(InputStream file) throws IOException;
}
