package org.carbonpublicity.assessment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EvidenceQuotaTest {

  @Inject Platform platform;

  @Test
  void anEnterpriseHasSoManyFiles() {
    allow(2, 1_000_000);
    String mine = platform.enterprise("Many");

    upload(mine, "one", 201);
    String two = upload(mine, "two", 201);
    upload(mine, "three", 409);
    // What is there already takes no more place.
    upload(mine, "two", 200);
    EvidenceResourceTest.request(Tokens.automaker(mine))
        .delete("/api/v1/evidence/" + two)
        .then()
        .statusCode(204);
    upload(mine, "three", 201);
  }

  @Test
  void anEnterpriseHasSoManyBytes() {
    int size = SampleFiles.pdf("one").length;
    allow(100, 2 * size);
    String mine = platform.enterprise("Large");

    upload(mine, "one", 201);
    upload(mine, "two", 201);
    upload(mine, "six", 409);
    upload(platform.enterprise("Small"), "six", 201);
    assertThat(
            platform.number(
                "select sum(size_bytes) from evidence where enterprise = '" + mine + "'"))
        .isEqualTo(2L * size);
  }

  private static void allow(int files, long bytes) {
    QuarkusMock.installMockForType(
        new EvidenceConfig(files, new MemorySize(BigInteger.valueOf(bytes))), EvidenceConfig.class);
  }

  private static String upload(String enterprise, String text, int status) {
    var answer =
        EvidenceResourceTest.upload(
                Tokens.automaker(enterprise), enterprise, text + ".pdf", SampleFiles.pdf(text))
            .statusCode(status);
    if (status == 409) {
      answer.body("type", equalTo("/problems/evidence-quota"));
    }
    return answer.extract().path("id");
  }
}
