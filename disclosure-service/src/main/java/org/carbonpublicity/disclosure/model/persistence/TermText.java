package org.carbonpublicity.disclosure.model.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.Term;
import org.jspecify.annotations.Nullable;

/** The terms of a footprint as they are stored. */
@ApplicationScoped
class TermText {

  private final ObjectMapper json;

  TermText(ObjectMapper json) {
    this.json = json;
  }

  @Nullable String of(@Nullable List<Term> terms) {
    try {
      return terms == null ? null : json.writeValueAsString(terms);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
