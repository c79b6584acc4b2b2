package org.carbonpublicity.assessment.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.carbonpublicity.assessment.training.TrainingClient.CERTIFICATES;
import static org.carbonpublicity.assessment.training.TrainingClient.act;
import static org.carbonpublicity.assessment.training.TrainingClient.issued;
import static org.carbonpublicity.assessment.training.TrainingClient.passed;
import static org.carbonpublicity.assessment.training.TrainingClient.person;
import static org.carbonpublicity.assessment.training.TrainingClient.planned;
import static org.carbonpublicity.assessment.training.TrainingClient.register;
import static org.carbonpublicity.assessment.training.TrainingClient.result;
import static org.carbonpublicity.assessment.training.TrainingClient.results;
import static org.carbonpublicity.assessment.training.TrainingClient.revoke;
import static org.carbonpublicity.assessment.training.TrainingClient.verify;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonpublicity.assessment.fixture.AdjustableClock;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class CertificateResourceTest {

  private static final Path EVENTS = Path.of("src/main/resources/events");
  private static final String ENDS = LocalDate.now(ZoneOffset.UTC).minusDays(10).toString();

  @Inject Platform platform;
  @Inject AdjustableClock clock;

  @AfterEach
  void presentTime() {
    clock.reset();
  }

  private static Set<String> fields(String json) {
    Set<String> names = new TreeSet<>();
    Platform.parse(json).fieldNames().forEachRemaining(names::add);
    return names;
  }

  private void moveTo(LocalDate day, Duration later) {
    clock.advance(
        Duration.between(
            clock.instant(), day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(later)));
  }

  @Test
  void everyoneVerifiesNameSessionAndValidityAndNothingMore() {
    String enterprise = platform.enterprise("Verified Motors");
    String number = issued(passed(enterprise, "Chen Jie", ENDS));

    String read = verify(number).statusCode(200).extract().asString();

    assertThat(fields(read))
        .containsExactlyInAnyOrder(
            "number", "name", "sessionTitle", "sessionTitleZh", "validFrom", "validTo", "status");
    assertThat(read).doesNotContain(enterprise, "Verified", "S-1", "87.5");
    verify(number.toLowerCase(java.util.Locale.ROOT).replace("-", ""))
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("number", equalTo(number))
        .body("name", equalTo("Chen Jie"))
        .body("status", equalTo("VALID"));
    char last = number.charAt(number.length() - 1);
    verify(number.substring(0, number.length() - 1) + (last == '0' ? '1' : '0'))
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/mistyped-certificate-number"));
    // Well spelled, and of nobody.
    verify("CT-2026-7K3QX-9RTM2")
        .statusCode(404)
        .body("type", equalTo("/problems/unknown-training-certificate"));
    verify("CT-1").statusCode(404).body("type", equalTo("/problems/unknown-training-certificate"));
  }

  @Test
  void aQrCodeLeadsToTheVerification() throws Exception {
    String number = issued(passed(platform.enterprise("Coded Motors"), "Sun Li", ENDS));

    String svg =
        as(null)
            .get(CERTIFICATES + "/" + number + "/qr.svg")
            .then()
            .statusCode(200)
            .contentType("image/svg+xml")
            .extract()
            .asString();

    assertThat(new Decoder().decode(modules(svg)).getText())
        .isEqualTo("http://localhost:8080" + CERTIFICATES + "/" + number);
    as(null).get(CERTIFICATES + "/CT-2026-7K3QX-9RTM2/qr.svg").then().statusCode(404);
  }

  /** The modules as drawn, without their quiet zone of four. */
  private static BitMatrix modules(String svg) {
    Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
    assertThat(size.find()).isTrue();
    BitMatrix modules = new BitMatrix(Integer.parseInt(size.group(1)) - 8);
    Matcher dark = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
    while (dark.find()) {
      modules.set(Integer.parseInt(dark.group(1)) - 4, Integer.parseInt(dark.group(2)) - 4);
    }
    return modules;
  }

  @Test
  void aCertificateExpiresAfterItsLastDay() {
    LocalDate endsOn = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    String number = issued(passed(platform.enterprise("Old Motors"), "Wu Gang", endsOn.toString()));

    moveTo(endsOn.plusMonths(24), Duration.ofHours(23));
    verify(number).body("status", equalTo("VALID"));
    moveTo(endsOn.plusMonths(24).plusDays(1), Duration.ZERO);
    verify(number).statusCode(200).body("status", equalTo("EXPIRED"));
  }

  @Test
  void aRevokedCertificateIsShownAsSuchAndNeverIssuedAnew() {
    String enterprise = platform.enterprise("Revoked Motors");
    String session = passed(enterprise, "Zhou Bo", ENDS);
    String number = issued(session);

    revoke(Tokens.automaker(enterprise), number).statusCode(403);
    revoke(Tokens.assessor(), number)
        .statusCode(200)
        .body("status", equalTo("REVOKED"))
        .body("revocationReason", equalTo("the exam was copied"));
    revoke(Tokens.assessor(), number)
        .statusCode(409)
        .body("state", equalTo("REVOKED"))
        .body("allowed", hasSize(0));
    revoke(Tokens.assessor(), "CT-2026-7K3QX-9RTM2").statusCode(404);

    String read = verify(number).body("status", equalTo("REVOKED")).extract().asString();
    assertThat(read).doesNotContain("copied");
    act(Tokens.assessor(), session, "certificates").statusCode(201).body("items", hasSize(0));
  }

  @Test
  void severalWhoIssueAtOneMomentIssueOnce() throws Exception {
    String enterprise = platform.enterprise("Crowded Motors");
    String session = planned(ENDS, 20);
    List<String> people = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      people.add(
          register(
                  Tokens.automaker(enterprise),
                  session,
                  person(enterprise, "Person " + i, "S-" + i))
              .extract()
              .path("items[0].id"));
    }
    act(Tokens.assessor(), session, "holding").statusCode(200);
    results(
            Tokens.assessor(),
            session,
            String.join(",", people.stream().map(one -> result(one, true, true)).toList()))
        .statusCode(200);
    Callable<Integer> issue =
        () ->
            act(Tokens.assessor(), session, "certificates")
                .statusCode(201)
                .extract()
                .<List<String>>path("items.number")
                .size();
    List<Integer> counts = new ArrayList<>();
    ExecutorService clients = Executors.newFixedThreadPool(4);
    try {
      for (var count : clients.invokeAll(Collections.nCopies(4, issue))) {
        counts.add(count.get());
      }
    } finally {
      clients.shutdown();
    }

    assertThat(counts).containsExactlyInAnyOrder(5, 0, 0, 0);
    List<String> numbers =
        as(Tokens.assessor())
            .queryParam("session", session)
            .get(CERTIFICATES)
            .then()
            .extract()
            .path("items.number");
    assertThat(numbers).hasSize(5).doesNotHaveDuplicates();
    for (String number : numbers) {
      assertThat(platform.told(Topics.CERTIFICATES, number)).hasSize(1);
    }
  }

  @Test
  void whatIsToldKeepsToItsSchemaAndNamesNobody() throws IOException {
    String enterprise = platform.enterprise("Telling Motors");
    String number = issued(passed(enterprise, "Gao Yan", ENDS));
    revoke(Tokens.assessor(), number).statusCode(200);

    assertThat(
            platform.number(
                "select count(*) from audit_entry where subject = 'training-certificate/"
                    + number
                    + "' and action = 'training-certificate-revoked'"))
        .isEqualTo(1);
    assertThat(
            platform.number(
                "select count(*) from audit_entry where details::text like '%Gao Yan%'"))
        .isZero();
    List<SentEvent> told = platform.told(Topics.CERTIFICATES, number);

    assertThat(told)
        .extracting(SentEvent::type)
        .containsExactly("certificate-issued.v1", "certificate-revoked.v1");
    for (SentEvent event : told) {
      String sample = Files.readString(EVENTS.resolve(event.type() + ".json"));
      assertThat(faults(event.type(), sample)).isEmpty();
      assertThat(faults(event.type(), event.json())).isEmpty();
      assertThat(faults(event.type(), sample.replace("CT-2026-", "CT-26-"))).isNotEmpty();
      assertThat(fields(event.json())).isEqualTo(fields(sample));
      assertThat(event.json()).doesNotContain("Gao", "S-1", "87.5", "copied");
      assertThat(CertificateNumber.parse(Platform.parse(sample).get("certificate").asText()))
          .isPresent();
    }
  }

  private static List<String> faults(String type, String json) throws IOException {
    SchemaValidatorsConfig strict =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(Files.readString(EVENTS.resolve(type + ".schema.json")), strict)
        .validate(Platform.parse(json))
        .stream()
        .map(Object::toString)
        .toList();
  }
}
