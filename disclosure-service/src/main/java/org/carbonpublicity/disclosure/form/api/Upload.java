package org.carbonpublicity.disclosure.form.api;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.carbonpublicity.audit.HashedFile;
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

  private final HashedFile file;
  private final String request;

  /**
   * @param request what else makes the request what it is
   */
  public Upload(InputStream body, String request) {
    this.file = new HashedFile(body);
    this.request = request;
  }

  /** The file; closing it leaves the request open, whose rest still has to be hashed. */
  public HashedFile file() {
    return file;
  }

  /** SHA-256 of what the request is, file included, after reading what is left of it. */
  public String hash() {
    String whole = request + ' ' + file.sha256();
    return HexFormat.of()
        .formatHex(Idempotency.digest().digest(whole.getBytes(StandardCharsets.UTF_8)));
  }

  /** A file that has arrived completely, with the SHA-256 of its bytes. */
  public static SpooledFile spooled(InputStream body) {
    HashedFile file = new HashedFile(body);
    return SpooledFile.of(file, file::sha256);
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
