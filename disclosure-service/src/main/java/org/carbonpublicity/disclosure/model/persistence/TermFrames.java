package org.carbonpublicity.disclosure.model.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.carbonpublicity.disclosure.footprint.TermFrame;
import org.carbonpublicity.disclosure.jdbc.Database;

/** Frames of terms, each stored once. */
@ApplicationScoped
class TermFrames {

  private final Database database;
  private final ObjectMapper json;

  TermFrames(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** The number of a frame, which is stored when it is new. */
  int id(TermFrame frame) {
    String document = write(frame);
    return find(document)
        .orElseGet(
            () -> {
              // Waits for whoever stores the same one, and then finds it.
              database.update(
                  "insert into term_frame (document) values (?::jsonb) on conflict do nothing",
                  document);
              return find(document).orElseThrow();
            });
  }

  private Optional<Integer> find(String document) {
    return database.first(
        "select id from term_frame where md5(document::text) = md5(?::jsonb::text)",
        row -> row.getInt(1),
        document);
  }

  private String write(TermFrame frame) {
    try {
      return json.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  TermFrame read(String document) {
    try {
      return json.readValue(document, TermFrame.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
