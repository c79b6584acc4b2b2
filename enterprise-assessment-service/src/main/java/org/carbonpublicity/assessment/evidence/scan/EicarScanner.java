package org.carbonpublicity.assessment.evidence.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the test file of EICAR anywhere in a file, and nothing else: to try the way of a finding
 * without a scanner.
 */
public final class EicarScanner implements Scanner {

  public static final String FINDING = "Eicar-Test-Signature";

  private static final int BUFFER = 64 * 1024;

  /** In two parts, so that no scanner takes this program for the test file. */
  private static final byte[] SIGNATURE =
      ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
          .getBytes(StandardCharsets.US_ASCII);

  @Override
  public Optional<String> scan(InputStream file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    int[] borders = borders();
    int matched = 0;
    for (int count = file.read(buffer); count >= 0; count = file.read(buffer)) {
      for (int i = 0; i < count; i++) {
        while (matched > 0 && buffer[i] != SIGNATURE[matched]) {
          matched = borders[matched - 1];
        }
        if (buffer[i] == SIGNATURE[matched]) {
          matched++;
        }
        if (matched == SIGNATURE.length) {
          return Optional.of(FINDING);
        }
      }
    }
    return Optional.empty();
  }

  /** How much of a match that fails is the beginning of another (Knuth, Morris, Pratt). */
  private static int[] borders() {
    int[] borders = new int[SIGNATURE.length];
    for (int i = 1, length = 0; i < SIGNATURE.length; i++) {
      while (length > 0 && SIGNATURE[i] != SIGNATURE[length]) {
        length = borders[length - 1];
      }
      if (SIGNATURE[i] == SIGNATURE[length]) {
        length++;
      }
      borders[i] = length;
    }
    return borders;
  }
}
