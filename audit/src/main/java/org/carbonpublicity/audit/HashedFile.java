package org.carbonpublicity.audit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file that is hashed while it is read, so that an audit entry can name it. */
public final class HashedFile extends FilterInputStream {

  private final MessageDigest digest;
  private @Nullable String hash;

  public HashedFile(InputStream file) {
    this(file, AuditEntry.sha256());
  }

  private HashedFile(InputStream file, MessageDigest digest) {
    super(new DigestInputStream(file, digest));
    this.digest = digest;
  }

  /** SHA-256 of the whole file, hexadecimal, after reading what is left of it. */
  public String sha256() {
    if (hash == null) {
      try {
        in.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      hash = HexFormat.of().formatHex(digest.digest());
    }
    return hash;
  }

  @Override
  public void close() {
    // The request is closed by whoever opened it, and its rest still has to be hashed.
  }
}
