package org.carbonpublicity.assessment.carbontarget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.carbontarget.TargetClient.TARGETS;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.carbonpublicity.assessment.fixture.AdjustableClock;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class PanelResourceTest {

  @Inject Platform platform;
  @Inject AdjustableClock clock;
  @Inject BarredExperts barred;

  private TargetClient targets;

  @BeforeEach
  void client() {
    targets = new TargetClient(clock);
  }

  @Test
  void theEnterpriseReadsWhyItsTargetWasReturnedAndSubmitsAnew() {
    String enterprise = platform.enterprise("Second Motors");
    String own = Tokens.automaker(enterprise);
    String id = targets.submitted(enterprise);
    targets.vote(Tokens.assessor(), id, "REJECT").statusCode(200);
    targets.vote(Tokens.analyst(), id, "REJECT").statusCode(200);

    targets
        .read(own, id)
        .body("state", equalTo("COMMITTED"))
        .body("round", equalTo(1))
        .body("panel.experts.reason", containsInAnyOrder("REJECT it is", "REJECT it is", null));
    as(own)
        .get(TARGETS + "/" + id + "/history")
        .then()
        .body("items.fact", contains("COMMITTED", "DEFINED", "SUBMITTED", "RETURNED"));

    targets
        .define(
            own,
            id,
            targets.definition(", \"checkpoints\": [%d]".formatted(targets.thisYear() + 5)))
        .statusCode(200);
    targets.submit(own, id).statusCode(200).body("round", equalTo(2));
    // The votes of the round before count no more.
    targets
        .panel(id, "\"assessor\", \"analyst\", \"member\"")
        .statusCode(200)
        .body("panel.size", equalTo(3));
    targets.vote(Tokens.member(), id, "APPROVE").body("state", equalTo("SUBMITTED"));
    targets.vote(Tokens.analyst(), id, "APPROVE").body("state", equalTo("VALIDATED"));
    assertThat(
            platform.number(
                "select count(*) from carbon_target_expert where target = '" + id + "'"))
        .isEqualTo(6);
    assertThat(
            platform.number(
                "select count(*) from carbon_target_definition where target = '" + id + "'"))
        .isEqualTo(2);
  }

  @Test
  void aPanelHasItsSizeAndNoOneWithAConflict() {
    String enterprise = platform.enterprise("Judged Motors");
    String id = targets.submitted(enterprise);
    barred.bar("cousin", enterprise);

    targets
        .panel(id, "\"cousin\", \"cousin\"")
        .statusCode(422)
        .body(
            "errors.code",
            containsInAnyOrder("count", "repeated", "expert-barred", "expert-barred"));
    targets.vote(Tokens.analyst(), id, "ABSTAIN").statusCode(200);
    targets
        .panel(id, "\"assessor\", \"member\", \"professor\"")
        .statusCode(422)
        .body("errors.code", contains("expert-has-voted"));
    targets.panel(id, "\"analyst\", \"member\", \"professor\"").statusCode(200);
    targets
        .vote(Tokens.assessor(), id, "APPROVE")
        .statusCode(403)
        .body("type", equalTo("/problems/not-on-panel"));
    // The conflict came to light later.
    barred.bar("member", enterprise);
    targets
        .vote(Tokens.member(), id, "APPROVE")
        .statusCode(403)
        .body("type", equalTo("/problems/expert-barred"));
  }

  @Test
  void isDecidedOnceHoweverManyVoteAtOneMoment() throws Exception {
    String enterprise = platform.enterprise("Crowded Motors");
    String id = targets.submitted(enterprise);
    List<Callable<Integer>> votes = new ArrayList<>();
    for (String token : List.of(Tokens.assessor(), Tokens.analyst())) {
      for (int i = 0; i < 3; i++) {
        votes.add(() -> targets.vote(token, id, "APPROVE").extract().statusCode());
      }
    }
    ExecutorService clients = Executors.newFixedThreadPool(votes.size());
    try {
      for (var status : clients.invokeAll(votes)) {
        assertThat(status.get()).isIn(200, 409);
      }
    } finally {
      clients.shutdown();
    }

    assertThat(platform.told(Topics.TARGETS, id))
        .extracting(event -> Platform.parse(event.json()).get("fact").asText())
        .containsExactly("COMMITTED", "SUBMITTED", "VALIDATED");
  }
}
