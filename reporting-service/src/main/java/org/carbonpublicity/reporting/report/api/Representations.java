package org.carbonpublicity.reporting.report.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonpublicity.reporting.report.Document;
import org.carbonpublicity.reporting.report.Form;
import org.carbonpublicity.reporting.report.persistence.DocumentRepository;
import org.carbonpublicity.reporting.report.persistence.PublishedState;

/**
 * Answers ready to be sent. What an edition says never changes, so its bytes are kept from their
 * first reader on; only while an edition is the latest may its stars and best sellers change, which
 * then shows in the revision.
 */
@ApplicationScoped
class Representations {

  /**
   * An edition has about 50 documents, and seven for each month of sales, in up to four forms; past
   * this, all are dropped.
   */
  private static final int MOST = 2_000;

  private static final long FINAL = -1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private final DocumentRepository documents;
  private final Map<Key, Representation> kept = new ConcurrentHashMap<>();

  Representations(DocumentRepository documents) {
    this.documents = documents;
  }

  private record Key(Form form, int edition, String variant, long revision, Wanted wanted) {}

  /** An answer, if it is kept. */
  Optional<Representation> ready(Asked asked, PublishedState state, int edition, Wanted wanted) {
    return Optional.ofNullable(kept.get(key(asked, state, edition, wanted)));
  }

  /** An answer, from the database; empty when the edition has no such document. Blocks. */
  Optional<Representation> prepare(Asked asked, PublishedState state, int edition, Wanted wanted)
      throws SQLException {
    Optional<Document> document = documents.find(edition, asked.form().name(), asked.variant());
    if (document.isEmpty()) {
      return Optional.empty();
    }
    Representation representation =
        Representation.of(bytes(asked.form(), edition, document.get(), wanted));
    if (kept.size() >= MOST) {
      forget();
    }
    kept.put(key(asked, state, edition, wanted), representation);
    return Optional.of(representation);
  }

  void forget() {
    kept.clear();
  }

  private static Key key(Asked asked, PublishedState state, int edition, Wanted wanted) {
    long revision = edition < state.edition() ? FINAL : state.revision();
    return new Key(asked.form(), edition, asked.variant(), revision, wanted);
  }

  private static byte[] bytes(Form form, int edition, Document document, Wanted wanted) {
    if (wanted.csv()) {
      return CsvForm.of(form, document.rows());
    }
    try {
      return JSON.writeValueAsBytes(ReportAnswer.of(form, edition, document, wanted.language()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer of plain values is always JSON", e);
    }
  }
}
