package org.carbonpublicity.reporting.report.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.carbonpublicity.reporting.report.Text.Language;

/**
 * What a client accepts best.
 *
 * @param csv rather than JSON
 */
public record Wanted(Language language, boolean csv) {

  public static final String CSV = "text/csv";

  private static final MediaType CSV_TYPE = new MediaType("text", "csv");

  /** By the headers Accept and Accept-Language. */
  public static Wanted by(HttpHeaders headers) {
    return new Wanted(language(headers), csv(headers));
  }

  /** The first language in order of preference that titles exist in, or else English. */
  private static Language language(HttpHeaders headers) {
    for (Locale accepted : headers.getAcceptableLanguages()) {
      for (Language language : Language.values()) {
        if (accepted.getLanguage().equals(language.tag())) {
          return language;
        }
      }
    }
    return Language.ENGLISH;
  }

  private static boolean csv(HttpHeaders headers) {
    for (MediaType accepted : headers.getAcceptableMediaTypes()) {
      if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        return false;
      }
      if (accepted.isCompatible(CSV_TYPE)) {
        return true;
      }
    }
    return false;
  }

  /** The media type that is answered. */
  public String contentType() {
    return csv ? "text/csv;charset=UTF-8" : MediaType.APPLICATION_JSON;
  }
}
