package org.carbonpublicity.disclosure.form.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.carbonpublicity.disclosure.form.SpooledFile;
import org.carbonpublicity.disclosure.form.VehicleForm;
import org.carbonpublicity.disclosure.http.Idempotency;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.jspecify.annotations.Nullable;

/** A file that is read as it comes, and hashed while it is. */
public final class Upload {

  public static final String CSV = "text/csv";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final MessageDigest digest = Idempotency.digest();
  private final DigestInputStream body;
  private @Nullable String hash;

  /**
   * @param request what else makes the request what it is
   */
  public Upload(InputStream body, String request) {
    digest.update(request.getBytes(StandardCharsets.UTF_8));
    this.body = new DigestInputStream(body, digest);
  }

  /** The file; closing it leaves the request open, whose rest still has to be hashed. */
  public InputStream body() {
    return new FilterInputStream(body) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return in.read(target, offset, length);
      }

      @Override
      public void close() {
        // The request is closed by whoever opened it.
      }
    };
  }

  /** SHA-256 of the request, after reading what is left of it. */
  public String hash() {
    if (hash == null) {
      try {
        body.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      hash = HexFormat.of().formatHex(digest.digest());
    }
    return hash;
  }

  /** A file that has arrived completely, with the SHA-256 of its bytes. */
  public static SpooledFile spooled(InputStream body) {
    Upload upload = new Upload(body, "");
    return SpooledFile.of(upload.body(), upload::hash);
  }

  /** The format a media type stands for. */
  public static VehicleForm.Format format(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).startsWith(CSV)
        ? VehicleForm.Format.CSV
        : VehicleForm.Format.XLSX;
  }

  /** A query parameter that is true or false, false when absent; else a 400 problem. */
  public static boolean flag(String name, @Nullable String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true") || text.isEmpty()) {
      return true;
    }
    throw Problems.invalidParameter(new Fault(name, "invalid", name + " is true or false"));
  }
}
