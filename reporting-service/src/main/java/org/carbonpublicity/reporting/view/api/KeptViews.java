package org.carbonpublicity.reporting.view.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.reporting.report.api.CsvForm;
import org.carbonpublicity.reporting.report.api.Representation;
import org.jspecify.annotations.Nullable;

/**
 * Answers asked for lately, ready to be sent again. What an edition says of models never changes,
 * so that they never become wrong; the least lately used go first.
 */
@ApplicationScoped
class KeptViews {

  private static final long MOST_BYTES = 16L * 1024 * 1024;

  private static final TypeReference<Map<String, @Nullable Object>> CELLS =
      new TypeReference<>() {};

  /** Missing cells are null, as in tables. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Map<Key, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  /**
   * What is asked.
   *
   * @param subject path below the edition and parameters
   */
  record Key(int edition, String subject, boolean csv) {}

  /** An answer with its Link header, if it has one. */
  record Kept(Representation representation, @Nullable String next) {}

  synchronized @Nullable Kept find(Key key) {
    return kept.get(key);
  }

  Kept keep(Key key, View view) {
    Kept made = new Kept(Representation.of(key.csv() ? csv(view) : json(view)), view.next());
    add(key, made);
    return made;
  }

  private synchronized void add(Key key, Kept made) {
    Kept former = kept.put(key, made);
    bytes += size(made) - (former == null ? 0 : size(former));
    var eldest = kept.values().iterator();
    while (bytes > MOST_BYTES && eldest.hasNext()) {
      bytes -= size(eldest.next());
      eldest.remove();
    }
  }

  private static long size(Kept answer) {
    return answer.representation().bytes().length;
  }

  synchronized void forget() {
    kept.clear();
    bytes = 0;
  }

  private static byte[] json(View view) {
    try {
      return JSON.writeValueAsBytes(view.answer());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer of plain values is always JSON", e);
    }
  }

  private static byte[] csv(View view) {
    List<String> keys =
        Arrays.stream(view.rowType().getRecordComponents()).map(KeptViews::key).toList();
    List<Map<String, @Nullable Object>> rows =
        view.rows().stream().map(row -> JSON.convertValue(row, CELLS)).toList();
    return CsvForm.of(keys, rows);
  }

  private static String key(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? component.getName() : named.value();
  }
}
