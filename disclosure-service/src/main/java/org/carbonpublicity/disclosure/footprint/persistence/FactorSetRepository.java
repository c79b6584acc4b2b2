package org.carbonpublicity.disclosure.footprint.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.disclosure.footprint.FactorSet;
import org.carbonpublicity.disclosure.jdbc.Database;

/** Factor sets, each stored once as the document it is. */
@ApplicationScoped
public class FactorSetRepository {

  private final Database database;
  private final ObjectMapper json;

  FactorSetRepository(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Stores a set under its id; one that is there stays as it is. */
  public void store(FactorSet set) {
    try {
      database.update(
          "insert into factor_set (id, effective_from, document) values (?, ?, ?::jsonb)"
              + " on conflict (id) do nothing",
          set.id(),
          set.effectiveFrom(),
          json.writeValueAsString(set));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public Optional<FactorSet> find(String id) {
    return database.first(
        "select document from factor_set where id = ?", row -> parse(row.getString(1)), id);
  }

  public List<FactorSet> list() {
    return database.query(
        "select document from factor_set order by effective_from desc, id",
        row -> parse(row.getString(1)));
  }

  private FactorSet parse(String document) {
    try {
      return json.readValue(document, FactorSet.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
