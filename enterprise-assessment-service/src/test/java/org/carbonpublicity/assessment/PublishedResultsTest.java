package org.carbonpublicity.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonpublicity.assessment.fixture.Answers;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.Test;

/** The 50 enterprises of the published report, from their answers to published stars. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class PublishedResultsTest {

  @Inject Platform platform;

  @Test
  void reproducesScoreAndStarsOfAllFiftyEnterprises() {
    Map<String, String> codes = new LinkedHashMap<>();
    Map<String, String> submitted = new HashMap<>();
    Map<String, Set<String>> answers = Answers.demo();
    answers.keySet().forEach(name -> codes.put(name, platform.enterprise(name)));

    answers.forEach(
        (name, met) ->
            submitted.put(
                name, platform.submit(codes.get(name), met).statusCode(202).extract().path("id")));

    List<String> published = new ArrayList<>();
    codes.forEach(
        (name, code) -> {
          JsonNode awarded = platform.awaitAssessment(code, submitted.get(name));
          String id = awarded.get("id").asText();
          platform.confirm(Tokens.automaker(code), id).statusCode(200);
          platform.publish(Tokens.assessor(), id).statusCode(200);
          JsonNode result = platform.assessments(code).get(0);
          published.add(
              "%s,%d,%d"
                  .formatted(
                      result.get("enterpriseName").asText(),
                      result.get("score").asInt(),
                      result.get("stars").asInt()));
        });
    List<String> expected =
        Answers.rows("/expected/scores-and-stars-2024.csv").stream()
            .map(row -> String.join(",", row))
            .toList();
    assertThat(expected).hasSize(50);
    assertThat(published).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(
            published.stream()
                .collect(
                    Collectors.groupingBy(
                        row -> row.substring(row.length() - 1), Collectors.counting())))
        .containsExactlyInAnyOrderEntriesOf(Map.of("5", 11L, "4", 14L, "3", 2L, "2", 1L, "1", 22L));
  }
}
