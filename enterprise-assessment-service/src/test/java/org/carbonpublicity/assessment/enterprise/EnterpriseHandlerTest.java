package org.carbonpublicity.assessment.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carbonpublicity.assessment.fixture.Platform.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.carbonpublicity.assessment.fixture.Answers;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EnterpriseHandlerTest {

  @Inject Platform platform;

  @Test
  void keepsTheLatestRevisionWhateverComesLast() {
    String code = platform.enterprise("First name");
    platform.register(code, "Third name", 3);
    platform.register(code, "Second name", 2);
    platform.enterprise("A later one");

    platform.awaitNumber(named(code, "Third name"), 1);
    String last = platform.enterprise("The last one");
    platform.register(code, "Second name", 2);
    platform.register(last, "Renamed", 2);
    platform.awaitNumber(named(last, "Renamed"), 1);
    platform.awaitNumber(named(code, "Third name"), 1);
  }

  @Test
  void anAssessmentKeepsTheNameTheEnterpriseHadWhenItAnswered() {
    String code = platform.enterprise("Old name");
    String id = platform.awarded(code, Answers.meeting(15, 0)).get("id").asText();

    platform.register(code, "New name", 2);
    platform.awaitNumber(named(code, "New name"), 1);

    assertThat(
            as(Tokens.assessor())
                .get("/api/v1/assessments/" + id)
                .then()
                .extract()
                .<String>path("enterpriseName"))
        .isEqualTo("Old name");
  }

  @Test
  void putsAsideWhatIsNoEnterpriseAndGoesOn() {
    platform.events().send(Topics.ENTERPRISES, "enterprise-registered.v1", "BROKEN", "{}");
    String code = platform.enterprise("After it");

    await()
        .untilAsserted(
            () ->
                assertThat(
                        platform.number(
                            "select count(*) from dead_letter where key = 'BROKEN'"
                                + " and reason like '%lacks code%'"))
                    .isEqualTo(1));
    assertThat(platform.number(named(code, "After it"))).isEqualTo(1);
  }

  private static String named(String code, String name) {
    return "select count(*) from enterprise where code = '%s' and name = '%s'"
        .formatted(code, name);
  }
}
