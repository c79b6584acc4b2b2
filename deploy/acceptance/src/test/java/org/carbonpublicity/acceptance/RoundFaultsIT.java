package org.carbonpublicity.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.acceptance.Kills.Phase;
import org.carbonpublicity.local.Installation;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;
import org.carbonpublicity.local.PlatformSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * disclosure-service is killed (SIGKILL) thirty times in one review round: while its models and
 * forms are uploaded, while another factor set makes it recalculate, and while it publishes. The
 * round ends as its twin did, which nobody disturbed.
 *
 * <p>The moments are random; {@code -Dkills.seed=…} repeats those of an earlier run.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RoundFaultsIT {

  private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
  private static final int KILLS = 10;
  private static final int KILLS_OF_IMPORT = 4;
  private static final int KILLS_OF_FORM = 2;
  private static final Duration WORK = Duration.ofMillis(250);

  /** Work of some seconds, so that it can be hit ten times; many steps, so that each is hit. */
  private static final Map<String, String> SMALL_STEPS =
      Map.of(
          "DISCLOSURE_RECALCULATION_MODELS_PER_TRANSACTION", "10",
          "DISCLOSURE_PUBLICATION_EVENTS_PER_TRANSACTION", "3");

  private final Round undisturbed = new Round(1, "U");
  private final Round killed = new Round(2, "K");
  private Platform platform;
  private EventLog events;
  private Kills kills;
  private Disclosures disclosures;
  private Duration usualImport = Duration.ZERO;
  private Duration usualForm = Duration.ZERO;

  @BeforeAll
  void runBothRounds() throws IOException {
    System.out.println("RoundFaultsIT: -Dkills.seed=" + SEED);
    platform =
        Platform.start(
            PlatformSettings.of(Installation.above(Path.of("")))
                .serviceEnvironment(SMALL_STEPS)
                .build());
    events = new EventLog(platform);
    disclosures = new Disclosures(platform.address());
    disclosures.activateScheme();
    kills = new Kills(platform, new RoundTables(platform, killed), SEED);
    RoundCalls quiet = new RoundCalls(platform.address(), undisturbed);
    RoundCalls disturbed = new RoundCalls(platform.address(), killed);

    uploadUndisturbed(quiet);
    uploadKilled(disturbed);
    // Both are in review: what they rest on is not in force any more.
    activateOtherFactors();
    quiet.recalculation().then().statusCode(202);
    quiet.awaitRecalculated();
    quiet.publication().then().statusCode(202);
    quiet.awaitPublished();
    disclosures.awaitEdition(1);

    kills.work(Phase.RECALCULATION, disturbed::recalculation, WORK, KILLS);
    disturbed.awaitRecalculated();
    kills.work(Phase.PUBLICATION, disturbed::publication, WORK, KILLS);
    disturbed.awaitPublished();
    disclosures.awaitEdition(2);
  }

  @AfterAll
  void end() {
    if (platform != null) {
      platform.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void wasHitInEveryPhase(Phase phase) {
    assertThat(kills.of(phase)).as("seed %d", SEED).hasSize(KILLS);
  }

  /** Else the kills would have hit the same moment again and again, or none that matters. */
  @Test
  void wasHitWhenSomeOfTheWorkWasDone() {
    assertThat(
            kills.of(Phase.RECALCULATION).stream()
                .map(kill -> kill.left().recalculated())
                .distinct())
        .hasSizeGreaterThan(KILLS / 2);
    assertThat(kills.of(Phase.PUBLICATION).stream().map(kill -> kill.left().published()).distinct())
        .hasSizeGreaterThan(KILLS / 2);
  }

  @Test
  void neverStoredAHalf() {
    assertThat(kills.all())
        .as("seed %d", SEED)
        .allSatisfy(
            kill -> {
              assertThat(kill.left().isWhole()).as("%s", kill).isTrue();
              assertThat(kill.left().models().told()).isIn(0L, (long) Round.MODELS);
            });
  }

  @Test
  void cameToTheUndisturbedRevisions() {
    Map<String, String> revisions = new RoundTables(platform, killed).revisions();

    assertThat(revisions)
        .as("seed %d", SEED)
        .hasSize(Round.MODELS)
        .isEqualTo(new RoundTables(platform, undisturbed).revisions());
  }

  @Test
  void cameToTheUndisturbedReceiptsAndProgress() {
    RoundAnswers quiet = new RoundAnswers(platform.address(), events, undisturbed);
    RoundAnswers disturbed = new RoundAnswers(platform.address(), events, killed);

    assertThat(disturbed.receipts())
        .as("seed %d", SEED)
        .hasSize(2 * Round.AUTOMAKERS)
        .isEqualTo(quiet.receipts());
    assertThat(disturbed.progress())
        .as("seed %d", SEED)
        .hasSize(Round.AUTOMAKERS)
        .isEqualTo(quiet.progress());
    assertThat(disturbed.batch()).as("seed %d", SEED).isEqualTo(quiet.batch());
  }

  @Test
  void toldOfEverythingOnce() {
    RoundAnswers quiet = new RoundAnswers(platform.address(), events, undisturbed);
    RoundAnswers disturbed = new RoundAnswers(platform.address(), events, killed);

    assertThat(disturbed.batchEvents())
        .as("seed %d", SEED)
        .containsEntry("batch-published.v1", 1)
        .isEqualTo(quiet.batchEvents());
    Map<String, List<String>> footprints = disturbed.footprints();
    assertThat(footprints).hasSize(Round.MODELS).isEqualTo(quiet.footprints());
    assertThat(footprints.values()).as("seed %d", SEED).allMatch(told -> told.size() == 1);
    assertThat(events.deadLetters()).isEmpty();
  }

  @Test
  void becameOneWholeEdition() {
    Map<String, Integer> classes = new RoundAnswers(platform.address(), events, killed).classes(2);

    Caller.anyone(platform.address())
        .call()
        .get("/api/v1/editions/2")
        .then()
        .statusCode(200)
        .body("batches", equalTo(List.of(undisturbed.number(), killed.number())))
        .body("models", equalTo(2 * Round.MODELS));
    assertThat(classes)
        .as("seed %d", SEED)
        .hasSize(Round.MODELS)
        .isEqualTo(new RoundAnswers(platform.address(), events, undisturbed).classes(1));
  }

  private void uploadUndisturbed(RoundCalls calls) {
    calls.open();
    usualImport = took(() -> calls.importModels().then().statusCode(201));
    calls.review();
    List<Round.Form> forms = undisturbed.forms();
    usualForm =
        took(() -> forms.forEach(form -> calls.send(form).then().statusCode(201)))
            .dividedBy(forms.size());
  }

  private void uploadKilled(RoundCalls calls) {
    // The undisturbed import came first, too: what runs for the first time takes its time.
    platform.restart(Part.DISCLOSURE);
    calls.open();
    kills.upload(calls::importModels, usualImport, KILLS_OF_IMPORT);
    calls.review();
    for (Round.Form form : killed.forms()) {
      int left = KILLS - kills.of(Phase.UPLOAD).size();
      kills.upload(() -> calls.send(form), usualForm, Math.min(left, KILLS_OF_FORM));
    }
  }

  private static Duration took(Runnable work) {
    long began = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void activateOtherFactors() throws IOException {
    ObjectNode factors =
        (ObjectNode)
            new ObjectMapper()
                .readTree(
                    Installation.above(Path.of(""))
                        .root()
                        .resolve(
                            "disclosure-service/src/main/resources/factor-sets/cpp-illustrative-2024.json")
                        .toFile());
    factors.remove("id");
    factors
        .get("factors")
        .forEach(
            factor -> {
              if (factor.get("name").asText().equals("material.steel")) {
                ((ObjectNode) factor).put("value", new BigDecimal("2.5"));
              }
            });
    Caller analyst = Caller.as("analyst", platform.address());
    analyst
        .call()
        .contentType("application/json")
        .body(factors.toString())
        .put("/api/v1/factor-sets/other")
        .then()
        .statusCode(200);
    analyst.call().post("/api/v1/factor-sets/other/activation").then().statusCode(200);
  }
}
