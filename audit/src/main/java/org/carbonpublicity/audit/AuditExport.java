package org.carbonpublicity.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.carbonpublicity.audit.AuditChain.Anchor;
import org.carbonpublicity.audit.AuditChain.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Verifies exported entries without the service and its database: the files are answers of {@code
 * GET /api/v1/operations/{service}/audit-entries}, without filters, in their order.
 */
public final class AuditExport {

  // The details go into the hash as they were written: numbers keep all their digits.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private AuditExport() {}

  /**
   * Prints what was found; ends with 0 when intact, 1 when not, 2 when called wrongly.
   *
   * @param arguments {@code [--anchor position:hash] page.json…}
   */
  @SuppressWarnings("SystemOut")
  public static void main(String... arguments) throws IOException {
    List<String> files = List.of(arguments);
    Anchor anchor = null;
    if (files.size() > 1 && files.get(0).equals("--anchor")) {
      int colon = files.get(1).indexOf(':');
      anchor =
          new Anchor(
              Long.parseLong(files.get(1).substring(0, Math.max(colon, 0))),
              files.get(1).substring(colon + 1));
      files = files.subList(2, files.size());
    }
    if (files.isEmpty()) {
      System.err.println("usage: AuditExport [--anchor position:hash] page.json...");
      System.exit(2);
    }
    Outcome outcome = verify(files.stream().map(Path::of).toList(), anchor);
    System.out.println(outcome);
    System.exit(outcome.intact() ? 0 : 1);
  }

  /**
   * @throws IOException when a file cannot be read, or is no page of entries
   */
  public static Outcome verify(List<Path> pages, @Nullable Anchor anchor) throws IOException {
    AuditChain chain = new AuditChain(anchor);
    for (Path page : pages) {
      JsonNode items = JSON.readTree(Files.readString(page)).get("items");
      if (items == null || !items.isArray()) {
        throw new IOException(page + " is no page of audit entries");
      }
      for (JsonNode item : items) {
        chain.accept(entry(item));
      }
    }
    return chain.end(null);
  }

  private static AuditEntry entry(JsonNode item) throws JsonProcessingException {
    JsonNode file = item.get("fileSha256");
    return new AuditEntry(
        item.path("position").asLong(),
        Instant.parse(item.path("at").asText()),
        item.path("actor").asText(),
        item.path("action").asText(),
        item.path("subject").asText(),
        file == null || file.isNull() ? null : file.asText(),
        JSON.writeValueAsString(Objects.requireNonNullElse(item.get("details"), item)),
        item.path("previousHash").asText(),
        item.path("hash").asText());
  }
}
