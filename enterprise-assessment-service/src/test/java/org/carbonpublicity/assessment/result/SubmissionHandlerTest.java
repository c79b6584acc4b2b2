package org.carbonpublicity.assessment.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.carbonpublicity.assessment.fixture.Answers;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class SubmissionHandlerTest {

  private static final String TYPE = "submission-received.v1";

  @Inject Platform platform;

  /** Another source, so that the inbox cannot know it for a duplicate. */
  @Test
  void aSubmissionToldTwiceIsScoredOnce() {
    String enterprise = platform.enterprise("Told twice");
    JsonNode first = platform.awarded(enterprise, Answers.meeting(12, 2));
    String submission = first.get("submission").asText();

    platform
        .events()
        .send(Topics.SUBMISSIONS, TYPE, submission, "{\"submission\": \"" + submission + "\"}");
    String afterwards = UUID.randomUUID().toString();
    platform
        .events()
        .send(Topics.SUBMISSIONS, TYPE, submission, "{\"submission\": \"" + afterwards + "\"}");
    platform.awaitNumber(deadLetters(afterwards), 1);

    assertThat(platform.assessments(enterprise)).containsExactly(first);
    assertThat(platform.toldOfStars(enterprise)).hasSize(1);
  }

  @Test
  void aSubmissionThatNobodyMadeIsPutAsideAndTheNextIsScored() {
    String unknown = UUID.randomUUID().toString();
    platform
        .events()
        .send(Topics.SUBMISSIONS, TYPE, unknown, "{\"submission\": \"" + unknown + "\"}");
    platform.events().send(Topics.SUBMISSIONS, TYPE, unknown, "{\"submission\": 7");

    JsonNode next = platform.awarded(platform.enterprise("The next"), Answers.meeting(12, 2));

    assertThat(next.get("stars").asInt()).isEqualTo(5);
    platform.awaitNumber(deadLetters(unknown), 1);
    platform.awaitNumber("select count(*) from dead_letter where key = '" + unknown + "'", 2);
  }

  private static String deadLetters(String submission) {
    return "select count(*) from dead_letter where reason like '%no submission "
        + submission
        + "%'";
  }
}
