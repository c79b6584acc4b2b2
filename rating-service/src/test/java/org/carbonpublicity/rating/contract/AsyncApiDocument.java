package org.carbonpublicity.rating.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.carbonpublicity.messaging.topics.TopicCatalog;

/**
 * The AsyncAPI document. Channels, operations and prose are written by hand; payloads, examples and
 * what Kafka is told are taken over from schemas, samples and {@code topics.json}.
 */
final class AsyncApiDocument {

  static final Path OWN_EVENTS = Path.of("src/main/resources/events");
  private static final Path DISCLOSURE_EVENTS =
      Path.of("../disclosure-service/src/main/resources/events");
  private static final Path FILE = Path.of("src/main/asyncapi/asyncapi.yaml");
  private static final String SCHEMA_FORMAT = "application/schema+json;version=draft-2020-12";
  private static final String KAFKA_BINDING = "0.5.0";

  private static final ObjectMapper JSON = exact(JsonMapper.builder().build());
  private static final ObjectMapper YAML =
      exact(
          new ObjectMapper(
              YAMLFactory.builder()
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .disable(YAMLGenerator.Feature.SPLIT_LINES)
                  .stringQuotingChecker(new QuotesWhatLooksLikeADate())
                  .build()));

  private final ObjectNode root;

  private AsyncApiDocument(ObjectNode root) {
    this.root = root;
  }

  static String written() throws IOException {
    return Files.readString(FILE);
  }

  static void write(String text) throws IOException {
    Files.writeString(FILE, text);
  }

  /** The document with everything taken over that is not written by hand. */
  static AsyncApiDocument current() throws IOException {
    AsyncApiDocument document = new AsyncApiDocument((ObjectNode) YAML.readTree(written()));
    document.takeOverMessages();
    document.takeOverTopics();
    return document;
  }

  String text() throws IOException {
    return YAML.writeValueAsString(root);
  }

  JsonNode root() {
    return root;
  }

  /** Addresses of all channels. */
  List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    root.get("channels").forEach(channel -> addresses.add(channel.get("address").asText()));
    return addresses;
  }

  /** Names of the messages that are sent to, or received from, a topic. */
  List<String> messages(String action, String topic) {
    List<String> names = new ArrayList<>();
    for (JsonNode operation : root.get("operations")) {
      JsonNode channel = at(operation.at("/channel/$ref").asText());
      if (operation.get("action").asText().equals(action)
          && channel.path("address").asText().equals(topic)) {
        for (JsonNode message : operation.get("messages")) {
          String target = at(message.get("$ref").asText()).path("$ref").asText();
          names.add(target.substring(target.lastIndexOf('/') + 1));
        }
      }
    }
    return names;
  }

  /** Every reference in the document that leads nowhere. */
  List<String> danglingReferences() {
    return root.findValuesAsText("$ref").stream()
        .filter(reference -> reference.startsWith("#/channels") || reference.startsWith("#/comp"))
        .filter(reference -> at(reference).isMissingNode())
        .toList();
  }

  private JsonNode at(String reference) {
    return root.at(reference.substring(1));
  }

  private void takeOverMessages() throws IOException {
    for (Map.Entry<String, JsonNode> entry : root.at("/components/messages").properties()) {
      Path folder = isOwn(entry.getKey()) ? OWN_EVENTS : DISCLOSURE_EVENTS;
      Path schema = folder.resolve(entry.getKey() + ".schema.json");
      if (!entry.getKey().endsWith(".v1") && !Files.exists(schema)) {
        continue; // No event: a tombstone, a dead letter.
      }
      ObjectNode message = (ObjectNode) entry.getValue();
      message.put("name", entry.getKey());
      message.put("contentType", "application/json");
      ObjectNode payload = message.putObject("payload");
      payload.put("schemaFormat", SCHEMA_FORMAT);
      payload.set("schema", JSON.readTree(Files.readString(schema)));
      ArrayNode examples = message.putArray("examples");
      for (String sample : samples(folder, entry.getKey())) {
        ObjectNode example = examples.addObject();
        example.put("name", sample.substring(0, sample.length() - ".json".length()));
        example.set("payload", JSON.readTree(Files.readString(folder.resolve(sample))));
      }
    }
  }

  private static boolean isOwn(String message) {
    return Files.exists(OWN_EVENTS.resolve(message + ".schema.json"));
  }

  private static TreeSet<String> samples(Path folder, String message) throws IOException {
    return files(folder, name -> name.startsWith(message + ".") && !name.endsWith(".schema.json"));
  }

  /** Names of the files of a folder, in order. */
  static TreeSet<String> files(Path folder, Predicate<String> which) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.map(file -> file.getFileName().toString()).filter(which).forEach(names::add);
    }
    return names;
  }

  private void takeOverTopics() {
    for (JsonNode channel : root.get("channels")) {
      String address = channel.get("address").asText();
      ObjectNode kafka =
          ((ObjectNode) channel).putObject("bindings").putObject("kafka").put("topic", address);
      for (TopicCatalog.Topic topic : TopicCatalog.load().topics()) {
        boolean deadLetters = address.startsWith(topic.name() + ".");
        if (deadLetters || address.equals(topic.name())) {
          kafka.put("partitions", deadLetters ? 1 : topic.partitions());
          kafka
              .putObject("topicConfiguration")
              .putArray("cleanup.policy")
              .add(topic.compacted() && !deadLetters ? "compact" : "delete");
        }
      }
      kafka.put("bindingVersion", KAFKA_BINDING);
    }
    for (JsonNode operation : root.get("operations")) {
      if (operation.get("action").asText().equals("receive")) {
        String topic = at(operation.at("/channel/$ref").asText()).get("address").asText();
        ObjectNode kafka = ((ObjectNode) operation).putObject("bindings").putObject("kafka");
        kafka.putObject("groupId").put("type", "string").put("const", "rating-service." + topic);
        kafka.put("bindingVersion", KAFKA_BINDING);
      }
    }
  }

  private static ObjectMapper exact(ObjectMapper mapper) {
    return mapper
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
  }

  /** Else other readers of YAML would take a date for something else than a text. */
  private static final class QuotesWhatLooksLikeADate extends StringQuotingChecker.Default {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean needToQuoteName(String name) {
      return super.needToQuoteName(name) || startsWithDigit(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
      return super.needToQuoteValue(value) || startsWithDigit(value);
    }

    private static boolean startsWithDigit(String text) {
      return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }
  }
}
