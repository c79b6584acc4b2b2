package org.carbonpublicity.disclosure.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@TestProfile(MailTest.MailOn.class)
class MailTest {

  @Inject Platform platform;
  @Inject Database database;

  private GreenMail server;
  private int batch;
  private String mine;

  /** Mails are on and go to a port of this machine. */
  public static final class MailOn implements QuarkusTestProfile {

    private static final String PORT = "org.carbonpublicity.test.smtp-port";

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "disclosure.mail.enabled", "true",
          "disclosure.mail.poll-interval", "100ms",
          "disclosure.mail.retry-after", "300ms",
          "disclosure.mail.patience", "3s",
          "quarkus.mailer.mock", "false",
          "quarkus.mailer.host", "127.0.0.1",
          "quarkus.mailer.port", String.valueOf(port()));
    }

    /** Profile and test live in different class loaders: the port stands where both see it. */
    static synchronized int port() {
      if (System.getProperty(PORT) == null) {
        try (ServerSocket free = new ServerSocket(0)) {
          System.setProperty(PORT, String.valueOf(free.getLocalPort()));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
      return Integer.getInteger(PORT);
    }
  }

  @BeforeEach
  void draftWithAContact() {
    batch = platform.draft();
    mine = platform.enterprise("Mailed " + batch);
    platform
        .importCsv(batch, "", Platform.form(Platform.gasoline(mine, "ML-" + batch, 6)))
        .statusCode(201);
    contacts(
            "[{\"address\":\"en%d@example.org\"},{\"address\":\"zh%d@example.org\",\"language\":\"zh\"}]"
                .formatted(batch, batch))
        .statusCode(200)
        .body("contacts", hasSize(2));
    server = new GreenMail(new ServerSetup(MailOn.port(), "127.0.0.1", "smtp"));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void writesToEachContactInItsLanguageOnce() throws Exception {
    server.start();
    review();

    awaitState("SENT", 2);
    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(2);
    assertThat(Arrays.stream(received).map(GreenMailUtil::getHeaders))
        .anyMatch(headers -> headers.contains("To: en" + batch + "@example.org"))
        .anyMatch(headers -> headers.contains("To: zh" + batch + "@example.org"));
    MimeMessage chinese =
        Arrays.stream(received)
            .filter(one -> GreenMailUtil.getHeaders(one).contains("To: zh"))
            .findFirst()
            .orElseThrow();
    assertThat(chinese.getSubject()).isEqualTo("评审已开始");
    assertThat(chinese.getContent().toString())
        .contains("第%d批“Draft”已进入评审：贵企业有1款车型。".formatted(batch));
  }

  @Test
  void keepsMailsWhileTheServerIsAwayAndSendsThemOnceItIsBack() {
    review();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        database.count(
                            "select count(*) from notification_mail where address like ? and"
                                + " attempts > 0 and error is not null",
                            "%" + batch + "@example.org"))
                    .isEqualTo(2));

    server.start();
    awaitState("SENT", 2);
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void sendsAgainUnderTheSameIdWhatACrashLeftHalfDone() throws Exception {
    server.start();
    review();
    awaitState("SENT", 2);

    // As an instance leaves it that stopped between sending and ticking off, once its lease is
    // over.
    database.update(
        "update notification_mail set state = 'SENDING', next_at = now() - interval '1 second',"
            + " sent_at = null where address = ?",
        "en" + batch + "@example.org");
    awaitState("SENT", 2);

    List<String> ids =
        Arrays.stream(server.getReceivedMessages())
            .filter(one -> GreenMailUtil.getHeaders(one).contains("To: en" + batch))
            .map(MailTest::id)
            .toList();
    assertThat(ids).hasSize(2);
    assertThat(ids.get(0)).startsWith("<notification-").isEqualTo(ids.get(1));
  }

  @Test
  void namesWhatIsWrongWithContactsAndKeepsOthersOut() {
    contacts(
            "[{\"address\":\"a@b.org\\r\\nBcc: c@d.org\"},{\"address\":\"a@b.org\",\"language\":\"fr\"}]")
        .statusCode(422)
        .body("errors.code", equalTo(List.of("invalid", "unknown-value")));
    contacts("null").statusCode(422);
    Platform.automaker("OTHER")
        .get("/api/v1/enterprises/" + mine + "/contacts")
        .then()
        .statusCode(403);
    Platform.analyst()
        .get("/api/v1/enterprises/" + mine + "/contacts")
        .then()
        .body("contacts", hasSize(2));
  }

  private void review() {
    Platform.analyst().post("/api/v1/batches/" + batch + "/review").then().statusCode(200);
  }

  private void awaitState(String state, int mails) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        database.count(
                            "select count(*) from notification_mail where state = ? and address"
                                + " like ?",
                            state,
                            "%" + batch + "@example.org"))
                    .isEqualTo(mails));
  }

  private ValidatableResponse contacts(String list) {
    return Platform.automaker(mine)
        .contentType("application/json")
        .body("{\"contacts\":" + list + "}")
        .put("/api/v1/enterprises/" + mine + "/contacts")
        .then();
  }

  private static String id(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
