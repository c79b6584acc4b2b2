package org.carbonpublicity.assessment.carbontarget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.carbonpublicity.assessment.fixture.AdjustableClock;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time does to targets, over years that a test makes pass. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class TargetClockTest {

  /** Late on a day, and with time left for what follows: the clock goes on. */
  private static final Duration LATE = Duration.ofHours(23);

  @Inject Platform platform;
  @Inject AdjustableClock clock;
  @Inject OverdueTargets overdue;

  private TargetClient targets;

  @BeforeEach
  void client() {
    targets = new TargetClient(clock);
  }

  @AfterEach
  void presentTime() {
    clock.reset();
  }

  private List<String> told(String id) {
    List<String> facts = new ArrayList<>();
    platform
        .told(Topics.TARGETS, id)
        .forEach(
            event -> {
              JsonNode told = Platform.parse(event.json());
              facts.add(told.get("fact").asText() + " " + told.get("state").asText());
            });
    return facts;
  }

  private void assertState(String id, String state) {
    targets.read(Tokens.assessor(), id).statusCode(200).body("state", equalTo(state));
  }

  private void work() {
    while (overdue.next()) {
      // Until all is told.
    }
  }

  @Test
  void aCommitmentIsOverdueAfterAYearAndCanStillBeMet() {
    String enterprise = platform.enterprise("Late Motors");
    String own = Tokens.automaker(enterprise);
    LocalDate committedOn = targets.today();
    String id = targets.committed(enterprise);
    LocalDate due = committedOn.plusYears(1);
    targets.read(own, id).body("submissionDueOn", equalTo(due.toString()));

    targets.moveTo(due, LATE);
    assertState(id, "COMMITTED");
    String tag = targets.read(own, id).extract().header("ETag");
    work();
    assertThat(told(id)).containsExactly("COMMITTED COMMITTED");

    targets.moveTo(due.plusDays(1), Duration.ZERO);
    assertState(id, "OVERDUE");
    as(own)
        .header("If-None-Match", tag)
        .get(TargetClient.TARGETS + "/" + id)
        .then()
        .statusCode(200);
    listed(enterprise, "OVERDUE", id, true);
    listed(enterprise, "COMMITTED", id, false);
    work();
    work();
    assertThat(told(id)).containsExactly("COMMITTED COMMITTED", "STATUS_CHANGED OVERDUE");

    targets.define(own, id, targets.definition("")).statusCode(200);
    assertState(id, "OVERDUE");
    targets.submit(own, id).statusCode(200).body("state", equalTo("SUBMITTED"));
    work();
    assertThat(told(id))
        .containsExactly("COMMITTED COMMITTED", "STATUS_CHANGED OVERDUE", "SUBMITTED SUBMITTED");
    as(own)
        .get(TargetClient.TARGETS + "/" + id + "/history")
        .then()
        .body("items.fact", contains("COMMITTED", "STATUS_CHANGED", "DEFINED", "SUBMITTED"))
        .body("items.state", contains("COMMITTED", "OVERDUE", "OVERDUE", "SUBMITTED"));
  }

  private void listed(String enterprise, String state, String id, boolean expected) {
    as(Tokens.automaker(enterprise))
        .queryParam("enterprise", enterprise)
        .queryParam("state", state)
        .get(TargetClient.TARGETS)
        .then()
        .statusCode(200)
        .body("items.id", expected ? hasItem(id) : not(hasItem(id)));
  }

  @Test
  void whatTimeDidIsWrittenDownBeforeWhatIsDoneNext() {
    String enterprise = platform.enterprise("Later Motors");
    String id = targets.committed(enterprise);
    targets.moveTo(targets.today().plusYears(1).plusDays(3), Duration.ZERO);

    // The worker has not looked yet.
    targets.withdraw(Tokens.automaker(enterprise), id).statusCode(200);

    assertThat(told(id))
        .containsExactly("COMMITTED COMMITTED", "STATUS_CHANGED OVERDUE", "WITHDRAWN WITHDRAWN");
  }

  @Test
  void aReturnedTargetStaysUnderItsClock() {
    String enterprise = platform.enterprise("Returned Motors");
    String id = targets.submitted(enterprise);
    targets.moveTo(targets.today().plusYears(1).plusDays(1), Duration.ZERO);
    assertState(id, "SUBMITTED");

    targets.vote(Tokens.assessor(), id, "REJECT").statusCode(200);
    targets.vote(Tokens.analyst(), id, "ABSTAIN").statusCode(200).body("state", equalTo("OVERDUE"));

    assertThat(told(id))
        .containsExactly("COMMITTED COMMITTED", "SUBMITTED SUBMITTED", "RETURNED OVERDUE");
  }

  @Test
  void checkpointsAreReportedMissedAndCorrectedOverThreeYears() {
    String enterprise = platform.enterprise("Steady Motors");
    String own = Tokens.automaker(enterprise);
    int first = targets.thisYear();
    String id = targets.published(enterprise);
    // 1,000 t two years ago, 50 t less each year: 900 t this year, 850 and 800 in the next ones.
    targets
        .read(null, id)
        .body("state", equalTo("PUBLISHED"))
        .body("checkpoints.year", equalTo(years(first, first + 5)))
        .body("checkpoints.dueOn[0]", equalTo(first + 1 + "-06-30"))
        .body("checkpoints.status", equalTo(Collections.nCopies(6, "OPEN")));
    targets
        .report(own, id, first, "900")
        .statusCode(422)
        .body("errors.code", contains("year-not-over"));

    // First year after: not reported in time, then late, on the path to the last digit.
    targets.moveTo(LocalDate.of(first + 1, 6, 30), LATE);
    assertState(id, "PUBLISHED");
    targets.moveTo(LocalDate.of(first + 1, 7, 1), Duration.ZERO);
    targets
        .read(null, id)
        .body("state", equalTo("OVERDUE"))
        .body("checkpoints.status[0]", equalTo("OVERDUE"));
    work();
    targets
        .report(own, id, first, "900")
        .statusCode(201)
        .body("state", equalTo("ON_TRACK"))
        .body("checkpoints[0].status", equalTo("ON_TRACK"));

    // A correction is another revision; nothing is rounded before it is compared.
    targets
        .report(own, id, first, "900.000000000001")
        .statusCode(201)
        .body("state", equalTo("BEHIND"))
        .body("checkpoints[0].revision", equalTo(2));
    assertThat(platform.number(reports(id))).isEqualTo(2);

    // Second year after: in time and below the path.
    targets.moveTo(LocalDate.of(first + 2, 3, 1), Duration.ZERO);
    targets.report(own, id, first + 1, "849.5").statusCode(201).body("state", equalTo("ON_TRACK"));
    targets.moveTo(LocalDate.of(first + 2, 7, 1), Duration.ZERO);
    assertState(id, "ON_TRACK");

    // Third year after: in time, above the path; then the next one is missed.
    targets.moveTo(LocalDate.of(first + 3, 6, 30), LATE);
    targets.report(own, id, first + 2, "810").statusCode(201).body("state", equalTo("BEHIND"));
    targets.moveTo(LocalDate.of(first + 4, 6, 30), Duration.ZERO);
    assertState(id, "BEHIND");
    targets.moveTo(LocalDate.of(first + 4, 7, 1), Duration.ZERO);
    work();
    targets
        .read(null, id)
        .body("state", equalTo("OVERDUE"))
        .body(
            "checkpoints.status",
            contains("BEHIND", "ON_TRACK", "BEHIND", "OVERDUE", "OPEN", "OPEN"));

    // Given up, it owes nothing, and stays.
    targets.withdraw(own, id).statusCode(200);
    targets
        .read(null, id)
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"))
        .body("withdrawalReason", equalTo("the plant is sold"))
        .body("checkpoints.status[3]", equalTo("OPEN"));

    assertThat(told(id))
        .containsExactly(
            "COMMITTED COMMITTED",
            "SUBMITTED SUBMITTED",
            "VALIDATED VALIDATED",
            "PUBLISHED PUBLISHED",
            "STATUS_CHANGED OVERDUE",
            "PROGRESS_REPORTED ON_TRACK",
            "PROGRESS_REPORTED BEHIND",
            "PROGRESS_REPORTED ON_TRACK",
            "PROGRESS_REPORTED BEHIND",
            "STATUS_CHANGED OVERDUE",
            "WITHDRAWN WITHDRAWN");
  }

  private static String reports(String id) {
    return "select count(*) from carbon_target_report where target = '" + id + "'";
  }

  private static List<Integer> years(int from, int to) {
    List<Integer> years = new ArrayList<>();
    for (int year = from; year <= to; year++) {
      years.add(year);
    }
    return years;
  }

  @Test
  void aCheckpointThatWasDueBeforePublicationIsWaived() {
    String enterprise = platform.enterprise("Old Motors");
    int first = targets.thisYear();
    String id = targets.submitted(enterprise);
    targets.moveTo(LocalDate.of(first + 1, 7, 1), Duration.ZERO);
    targets.vote(Tokens.assessor(), id, "APPROVE").statusCode(200);
    targets.vote(Tokens.analyst(), id, "APPROVE").statusCode(200);
    targets.publish(Tokens.assessor(), id).statusCode(200).body("state", equalTo("PUBLISHED"));

    targets.read(null, id).body("checkpoints.status[0]", equalTo("WAIVED"));
    targets
        .report(Tokens.automaker(enterprise), id, first, "900")
        .statusCode(201)
        .body("checkpoints.status[0]", equalTo("ON_TRACK"));
  }

  @Test
  void severalWorkersTellOnce() throws Exception {
    String enterprise = platform.enterprise("Watched Motors");
    String id = targets.committed(enterprise);
    targets.moveTo(targets.today().plusYears(1).plusDays(1), Duration.ZERO);
    ExecutorService workers = Executors.newFixedThreadPool(4);
    Callable<Boolean> work =
        () -> {
          work();
          return true;
        };
    try {
      for (var done : workers.invokeAll(List.of(work, work, work, work))) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      workers.shutdown();
    }

    assertThat(told(id)).containsExactly("COMMITTED COMMITTED", "STATUS_CHANGED OVERDUE");
  }
}
