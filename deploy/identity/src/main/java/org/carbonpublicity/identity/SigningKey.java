package org.carbonpublicity.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/** The key tokens are signed with, kept in a file so that a restart does not invalidate them. */
final class SigningKey {

  private SigningKey() {}

  /** Reads the key, or makes one and keeps it when there is a file to keep it in. */
  static RSAKey load(@Nullable Path file) {
    try {
      if (file != null && Files.exists(file)) {
        return RSAKey.parse(Files.readString(file));
      }
      RSAKey key = new RSAKeyGenerator(2048).keyID(ClientRoles.ISSUER_ID).generate();
      if (file != null) {
        Files.writeString(file, key.toJSONString());
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("the signing key cannot be used", e);
    }
  }
}
