package org.carbonpublicity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Loads the demo through the public APIs, each call by the client of the person whose task it is.
 * May run again at any time: what has been done is left out.
 */
public final class DemoLoader {

  /** Batches 1 to 3 come as one, with footprints accounted before this platform. */
  public static final int FLEET_BATCH = 3;

  public static final int NEW_BATCH = 4;

  private static final int CLIENTS_AT_ONCE = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final DemoFiles files;
  private final PrintStream out;
  private final ApiClient api;
  private final Progress progress;
  private final Enterprises enterprises;
  private final Batches batches;
  private final Editions editions;
  private final Assessments assessments;
  private final MonthlySales sales;

  /**
   * @param address of the front door
   */
  public DemoLoader(URI address, DemoFiles files, PrintStream out) {
    this.files = files;
    this.out = out;
    this.api = new ApiClient(address);
    this.progress = new Progress(out, Boolean.getBoolean("local.terminal"));
    this.enterprises = new Enterprises(api);
    this.batches = new Batches(api, progress);
    this.editions = new Editions(api, progress);
    this.assessments = new Assessments(api);
    this.sales = new MonthlySales(api, files);
  }

  /**
   * All steps, then the key tables.
   *
   * @throws DemoFailedException with the problem that the platform answered
   */
  public void run() {
    out.println();
    out.println("Loading the demo (synthetic data, see deploy/local/demo)");
    activateScheme();
    registerEnterprises();
    importFleet();
    publishFleet();
    submitAnswers();
    publishStars();
    importSales();
    openBatch4();
    giveFeedback();
    publishBatch4();
    printTables();
  }

  /** The rating scheme is written and put in force. */
  public void activateScheme() {
    JsonNode file = files.ratingScheme();
    String id = file.path("scheme").asText();
    progress.step(
        "rating scheme",
        () -> {
          String path = "/api/v1/rating-schemes/" + id;
          api.put("analyst", path, scheme(file)).expect(200, 201);
          api.post("analyst", path + "/activation", Map.of()).expect(200, 202);
          return id + " in force";
        });
  }

  private static ObjectNode scheme(JsonNode file) {
    ObjectNode scheme = new ObjectMapper().createObjectNode();
    scheme.put("kind", "FIXED_LINES");
    scheme.put("title", "Illustrative scheme 2024");
    scheme.put("titleZh", "2024年示例评级方案");
    scheme.set("note", file.path("note"));
    ObjectNode lines = scheme.putObject("lines");
    file.path("lines")
        .properties()
        .forEach(
            line -> {
              ObjectNode written = lines.putObject(line.getKey());
              written.set("interceptGramsPerKm", line.getValue().path("intercept"));
              written.set("slopeGramsPerKmPerKg", line.getValue().path("slope"));
            });
    ObjectNode bounds = scheme.putObject("classUpperBounds");
    file.path("class_upper_bounds_of_ratio")
        .properties()
        .forEach(
            bound -> {
              // The last class has no bound.
              if (!bound.getValue().isNull()) {
                bounds.set(bound.getKey(), bound.getValue());
              }
            });
    return scheme;
  }

  /** Those that have answers but no models: the import of the fleet registers the others. */
  public void registerEnterprises() {
    progress.step(
        "enterprises without models",
        () -> {
          Set<String> names = files.enterprisesWithoutModels();
          long registered = names.stream().filter(enterprises::register).count();
          return registered < names.size()
              ? (names.size() - registered) + " known before, " + registered + " registered"
              : registered + " registered";
        });
  }

  /** The fleet is imported as one batch. */
  public void importFleet() {
    progress.step(
        "batches 1–3, import",
        () -> {
          batches.open(
              FLEET_BATCH, Map.of("number", FLEET_BATCH, "title", "Batches 1–3, September 2024"));
          if (!batches.state(FLEET_BATCH).equals("DRAFT")) {
            return "imported before";
          }
          return counted(batches.importModels(FLEET_BATCH, files.fleet())) + " models";
        });
  }

  /** The fleet is published; returns when its edition can be read in the reports. */
  public void publishFleet() {
    progress.step(
        "batches 1–3, publication",
        () -> {
          batches.publish(
              FLEET_BATCH,
              Map.of(
                  "reviewWaived", true, "reason", "Reviewed and published before this platform"));
          return told(editions.withBatch(FLEET_BATCH));
        });
  }

  private static String told(JsonNode edition) {
    return "edition %d: %s models, %s with a class"
        .formatted(
            edition.path("number").asInt(),
            counted(edition.path("models").asInt()),
            counted(edition.path("modelsRated").asInt()));
  }

  private static String counted(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Each enterprise answers the questionnaire by its own client. */
  public void submitAnswers() {
    Map<String, List<DemoFiles.ItemAnswer>> answers = files.answers();
    progress.step(
        "answers to the questionnaire",
        () -> {
          String guideline = assessments.guideline();
          forEach(
              answers,
              (name, items) -> assessments.submit(enterprises.code(name), guideline, items));
          return answers.size() + " enterprises, guideline " + guideline;
        });
  }

  /** Results are confirmed by the enterprises and published; returns when Table 1 has them all. */
  public void publishStars() {
    Map<String, List<DemoFiles.ItemAnswer>> answers = files.answers();
    progress.step(
        "scores, confirmation, stars",
        () -> {
          forEach(
              answers,
              (name, items) -> {
                assessments.confirm(enterprises.code(name));
                assessments.publish(enterprises.code(name));
              });
          int rows =
              Waiting.until(
                  answers.size() + " rows in Table 1",
                  PATIENCE,
                  () -> tableOneRows(answers.size()));
          return rows + " enterprises in Tables 1 and 2";
        });
  }

  private Optional<Integer> tableOneRows(int wanted) {
    Answer answer = api.get("member", "/api/v1/reports/latest/tables/1").expect(200, 404);
    int rows = answer.body().path("rows").size();
    return answer.is(200) && rows >= wanted ? Optional.of(rows) : Optional.empty();
  }

  /**
   * The month's sales are imported while batch 4 is not published: its series rank as pending, by
   * what an analyst registers of them.
   */
  public void importSales() {
    progress.step(
        "sales of " + MonthlySales.MONTH,
        () -> {
          int rows = sales.importFile();
          int pending = sales.registerPending();
          return rows + " series" + (pending == 0 ? "" : ", " + pending + " not yet published");
        });
  }

  /** Batch 4 gets its models, whose footprints the platform calculates, and opens for review. */
  public void openBatch4() {
    progress.step(
        "batch 4, import and review",
        () -> {
          batches.open(
              NEW_BATCH,
              Map.of(
                  "number", NEW_BATCH,
                  "title", "Batch 4",
                  "launchFrom", "2024-04",
                  "launchTo", "2024-09"));
          if (!batches.state(NEW_BATCH).equals("DRAFT")) {
            return "opened before";
          }
          int models = batches.importModels(NEW_BATCH, files.batch4Preliminary());
          batches.review(NEW_BATCH);
          return counted(models) + " models with preliminary footprints";
        });
  }

  /** Enterprises correct their models, each by its own client; footprints are recalculated. */
  public void giveFeedback() {
    progress.step(
        "batch 4, feedback",
        () -> {
          if (!batches.state(NEW_BATCH).equals("IN_REVIEW")) {
            return "given before";
          }
          Map<String, String> forms = files.batch4Feedback();
          AtomicInteger rows = new AtomicInteger();
          forEach(forms, (name, form) -> rows.addAndGet(feedback(enterprises.code(name), form)));
          return forms.size() + " enterprises, " + rows + " models recalculated";
        });
  }

  private int feedback(String enterprise, String form) {
    return api.upload(
            Assessments.automaker(enterprise),
            "/api/v1/batches/" + NEW_BATCH + "/feedback-forms",
            "demo-feedback-" + enterprise,
            BodyPublishers.ofString(form))
        .expect(201, 200)
        .body()
        .path("rowsAccepted")
        .asInt();
  }

  /** Batch 4 is published; returns when its edition can be read in the reports. */
  public void publishBatch4() {
    progress.step(
        "batch 4, publication",
        () -> {
          batches.publish(NEW_BATCH, Map.of());
          return told(editions.withBatch(NEW_BATCH));
        });
  }

  /** The report of batches 1 to 3 in full, then what batch 4 has changed. */
  public void printTables() {
    KeyTables tables = new KeyTables(api, out);
    int before = editions.firstWith(FLEET_BATCH);
    int after = editions.firstWith(NEW_BATCH);
    out.println();
    out.printf("Edition %d, batches 1–3: the published figures of the quarterly report%n", before);
    tables.printAll(before);
    out.println();
    out.printf("Edition %d, with batch 4%n", after);
    tables.printRated(after);
  }

  /** Several clients at once, as on the last day of a deadline. */
  private <T> void forEach(Map<String, T> byName, BiConsumer<String, T> work) {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS_AT_ONCE);
    try {
      AtomicInteger done = new AtomicInteger();
      List<Future<?>> all = new ArrayList<>();
      byName.forEach(
          (name, value) ->
              all.add(
                  clients.submit(
                      () -> {
                        work.accept(name, value);
                        progress.say(done.incrementAndGet() + " enterprises");
                      })));
      for (Future<?> each : all) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailedException("interrupted", e);
    } finally {
      clients.shutdownNow();
    }
  }
}
