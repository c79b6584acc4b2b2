package org.carbonpublicity.assessment.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.carbonpublicity.assessment.fixture.ReviewedPlatform.BOB;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carbonpublicity.assessment.fixture.AdjustableClock;
import org.carbonpublicity.assessment.fixture.AdjustableRules;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.assessment.fixture.ReviewedPlatform;
import org.carbonpublicity.assessment.fixture.ReviewedPlatform.Case;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class SilenceTest {

  private static final Duration TO_RESPOND = Duration.ofDays(AdjustableRules.RESPONSE_DAYS);

  @Inject Platform platform;
  @Inject ReviewedPlatform reviewed;
  @Inject Assessments assessments;
  @Inject SilenceWorker worker;
  @Inject AdjustableClock clock;

  @AfterEach
  void presentTime() {
    clock.reset();
  }

  private void confirmAllSilent() {
    while (assessments.confirmNextSilent()) {
      // One after another.
    }
  }

  @Test
  void countsAsConfirmationFromTheDeadlineOn() {
    Case of = reviewed.shared("AW1");
    clock.advance(TO_RESPOND.minusHours(1));
    confirmAllSilent();
    as(of.automaker()).get(of.path()).then().body("state", equalTo("SHARED"));

    clock.advance(Duration.ofHours(1));
    worker.wake();
    reviewed.awaitState(of, "CONFIRMED");

    as(of.automaker()).get(of.path()).then().body("confirmedBySilence", equalTo(true));
    assertThat(
            platform.number(
                "select count(*) from assessment where confirmed_by = 'silence' and id = '%s'"
                    .formatted(of.id())))
        .isEqualTo(1);
    BOB.publish(of.id()).statusCode(200);
  }

  @Test
  void anAppealAfterTheDeadlineComesTooLateThoughNobodyTookNoticeYet() {
    Case of = reviewed.shared("AW1");
    clock.advance(TO_RESPOND);

    reviewed
        .appeal(of, "AW1")
        .statusCode(409)
        .body("state", equalTo("SHARED"))
        .body("allowed", equalTo(List.of("confirmation")));
    platform
        .confirm(of.automaker(), of.id())
        .statusCode(200)
        .body("confirmedBySilence", equalTo(false));
  }

  @Test
  void isTakenOnceByHoweverManyInstancesAtOnce() throws Exception {
    List<Case> silent =
        List.of(reviewed.shared("AW1"), reviewed.shared("AW2"), reviewed.appealed("AW3"));
    clock.advance(TO_RESPOND);
    Callable<Void> instance =
        () -> {
          confirmAllSilent();
          return null;
        };
    ExecutorService instances = Executors.newFixedThreadPool(4);
    try {
      for (Future<Void> end :
          instances.invokeAll(List.of(instance, instance, instance, instance))) {
        end.get();
      }
    } finally {
      instances.shutdown();
    }

    // Versions: awarded, in review, accepted, rejected, reviewed, shared and confirmed or appealed.
    for (Case of : silent) {
      assertThat(
              platform.number("select version from assessment where id = '%s'".formatted(of.id())))
          .isEqualTo(7);
    }
    as(BOB.token()).get(silent.get(2).path()).then().body("state", equalTo("APPEALED"));
  }
}
