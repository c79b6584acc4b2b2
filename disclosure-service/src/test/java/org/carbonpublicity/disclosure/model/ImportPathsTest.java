package org.carbonpublicity.disclosure.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.junit.jupiter.api.Test;

/** A row is stored the same whether its file has faults elsewhere or not. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ImportPathsTest {

  private static final List<String> ROWS =
      List.of(
          "P,,品牌,DOMESTIC,S,%s-1,Seal 🚗,GASOLINE,SEDAN,A,1288,5.94,,,,99900,2024-05,Y,",
          "P,Group,B,,S,%s-2,N,BEV,SUV,B,1901.5,,12.5,60.04,LFP,,2024-06,N,",
          "P,,B,GERMAN,S,%s-3,N,BEV,SUV,B,1901,,12.5,60,,159900.50,,Y,",
          "P,,B,OTHER,S,%s-4,N,PHEV,MPV,C,2100,0.93,20.8,43.24,NMC,209900,2024-04,Y,",
          "P,,B,,S,%s-5,N,HEV,SUV,A,1610,4.9,,,,,,Y,",
          "P,,B,,S,%s-6,N,HEV,SUV,A,1610,4.9,,1.3,NIMH,,,Y,",
          "P,,B,,S,%s-7,N,DIESEL,SUV,D,2300,7.1,,,,,,Y,",
          "P,,B,,S,%s-8,N,GASOLINE,SUV,D,,8.1,,,,,,Y,261.123456789012");

  @Inject Platform platform;

  @Test
  void storeTheSame() throws IOException {
    int faultless = platform.draft();
    platform
        .importCsv(faultless, "?registerUnknown=true", form("FL-" + faultless, List.of()))
        .statusCode(201);
    int faulty = platform.draft();
    String wrong = ROWS.get(0).formatted("W").replace("1288", "heavy");
    platform
        .importCsv(
            faulty,
            "?registerUnknown=true&acceptValidRows=true",
            form("FY-" + faulty, List.of(wrong)))
        .statusCode(201);

    for (int row = 1; row <= ROWS.size(); row++) {
      assertThat(explained("FY-" + faulty + "-" + row))
          .as("row " + row)
          .isEqualTo(explained("FL-" + faultless + "-" + row));
    }
  }

  private static String form(String codes, List<String> more) {
    List<String> rows = new ArrayList<>(ROWS.stream().map(row -> row.formatted(codes)).toList());
    rows.addAll(more);
    return Platform.form(rows.toArray(String[]::new));
  }

  /** All that is shown of a footprint, every term too, but what is of the batch. */
  private static JsonNode explained(String code) throws IOException {
    ObjectNode answer =
        (ObjectNode)
            new ObjectMapper()
                .readTree(
                    Platform.analyst()
                        .get("/api/v1/vehicle-models/" + code + "/footprints/1")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    return answer.remove(List.of("modelCode", "batch", "recordedAt"));
  }
}
