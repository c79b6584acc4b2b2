package org.carbonpublicity.rating.label;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carbonpublicity.rating.label.LabelCalls.LABELS;
import static org.carbonpublicity.rating.label.LabelCalls.credential;
import static org.carbonpublicity.rating.label.LabelCalls.decide;
import static org.carbonpublicity.rating.label.LabelCalls.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.carbonpublicity.rating.label.credential.CredentialVerifier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Certificates as somebody sees them who trusts nothing but the published keys: verified with
 * another library than the one that signed, without any call to the platform.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class CertificateVerificationTest {

  private static final int CERTIFICATES = 1_000;

  @Inject Platform platform;
  @Inject Labels labels;
  @Inject Clock clock;

  @BeforeEach
  void publish() {
    platform.reset();
    platform.activateScheme();
  }

  private void publishModels(int count) {
    platform.publish(
        1,
        3,
        IntStream.range(0, count).mapToObj(i -> Model.sedan(code(i), "20" + i % 10)).toList());
    platform.awaitEdition(1);
  }

  private static String code(int number) {
    return "M%04d".formatted(number);
  }

  private List<String> apply(int count) {
    List<String> codes = IntStream.range(0, count).mapToObj(i -> code(i)).toList();
    return labels.apply(LabelKind.CLASS, codes, new Applicant("test", true, Set.of())).stream()
        .map(label -> Long.toString(label.id()))
        .toList();
  }

  @Test
  void aThousandCertificatesAreNumberedWithoutGapsAndAllVerify() throws Exception {
    // The first key is made on first need: by a transaction that fails, then by several at once.
    platform.number(
        "with gone as (delete from label_keystore returning 1) select count(*) from gone");
    publishModels(CERTIFICATES);
    List<String> applications = apply(CERTIFICATES);
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          labels.approve(applications.get(0), "analyst");
                          throw new IllegalStateException("a crash after the number was taken");
                        }))
        .hasMessageContaining("crash");

    List<Label> issued = approveByThreads(applications, 4);

    int year = clock.instant().atOffset(ZoneOffset.UTC).getYear();
    assertThat(issued.stream().map(label -> label.issued().serial().toString()))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, CERTIFICATES)
                .mapToObj(number -> "CPP-%d-%06d".formatted(year, number))
                .toList());
    assertThat(issued.stream().map(label -> label.issued().statusEntry())).doesNotHaveDuplicates();
    List<JsonWebKey> keys = publishedKeys();
    assertThat(keys).hasSize(1);
    for (Label label : issued) {
      assertThat(verifies(label.credential(), keys)).isTrue();
    }

    String revoked = issued.get(17).issued().serial().toString();
    String suspended = issued.get(18).issued().serial().toString();
    decide(revoked, "revocation").statusCode(200);
    decide(suspended, "suspension").statusCode(200);
    assertThat(setBits(credential(revoked), "revocation", keys))
        .containsExactly(issued.get(17).issued().statusEntry().index());
    assertThat(setBits(credential(revoked), "suspension", keys))
        .containsExactly(issued.get(18).issued().statusEntry().index());
    decide(suspended, "reinstatement").statusCode(200);
    assertThat(setBits(credential(suspended), "suspension", keys)).isEmpty();
  }

  private List<Label> approveByThreads(List<String> applications, int threads) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Label>> approvals = new ArrayList<>();
      applications.forEach(
          application -> approvals.add(() -> labels.approve(application, "analyst")));
      List<Label> issued = new ArrayList<>();
      for (Future<Label> approval : executor.invokeAll(approvals)) {
        issued.add(approval.get());
      }
      return issued;
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void anyChangedByteIsDetected() throws Exception {
    publishModels(1);
    String serial = labels.approve(apply(1).get(0), "analyst").issued().serial().toString();
    String genuine = credential(serial);
    List<JsonWebKey> keys = publishedKeys();
    CredentialVerifier own = ownVerifier();
    assertThat(verifies(genuine, keys)).isTrue();
    assertThat(own.isGenuine(genuine)).isTrue();

    byte[] bytes = genuine.getBytes(StandardCharsets.ISO_8859_1);
    AtomicInteger tried = new AtomicInteger();
    List<String> undetected =
        IntStream.range(0, bytes.length)
            .parallel()
            .boxed()
            .flatMap(
                position ->
                    Arrays.stream(masks(position, genuine))
                        .peek(mask -> tried.incrementAndGet())
                        .filter(mask -> passes(changed(bytes, position, mask), position, keys, own))
                        .mapToObj(mask -> "position " + position + ", mask " + mask))
            .toList();

    assertThat(undetected).isEmpty();
    assertThat(tried.get()).isGreaterThan(8 * bytes.length);
  }

  private static String changed(byte[] bytes, int position, int mask) {
    byte[] changed = bytes.clone();
    changed[position] ^= (byte) mask;
    return new String(changed, StandardCharsets.ISO_8859_1);
  }

  /** Whether one of the two takes the text for genuine; ours is asked here and there only. */
  private static boolean passes(
      String text, int position, List<JsonWebKey> keys, CredentialVerifier own) {
    boolean asksOurs = position % 16 == 0 || position >= text.length() - 2;
    return verifies(text, keys) || (asksOurs && own.isGenuine(text));
  }

  /** Every single bit; every other byte at the dots and at the end, where lenient decoders err. */
  private static int[] masks(int position, String compact) {
    return compact.charAt(position) == '.' || position >= compact.length() - 2
        ? IntStream.rangeClosed(1, 255).toArray()
        : IntStream.range(0, 8).map(bit -> 1 << bit).toArray();
  }

  @Test
  void theCredentialIsOfTheDataModelAndFrozen() throws IOException {
    publishModels(1);
    String serial = labels.approve(apply(1).get(0), "analyst").issued().serial().toString();
    String compact = credential(serial);

    JsonNode header = part(compact, 0);
    assertThat(header.get("typ").asText()).isEqualTo("vc+jwt");
    assertThat(header.get("alg").asText()).isEqualTo("ES256");
    JsonNode payload = part(compact, 1);
    assertThat(payload.at("/@context/0").asText())
        .isEqualTo("https://www.w3.org/ns/credentials/v2");
    assertThat(payload.at("/type/0").asText()).isEqualTo("VerifiableCredential");
    assertThat(payload.at("/issuer/id").asText()).isEqualTo("http://localhost:8080/api/v1/labels");
    assertThat(payload.at("/credentialSubject/footprintGramsPerKm").decimalValue())
        .isEqualByComparingTo("200");
    assertThat(payload.at("/credentialSubject/class").asInt()).isEqualTo(1);
    assertThat(payload.at("/credentialSubject/edition").asInt()).isEqualTo(1);
    assertThat(payload.at("/credentialStatus/0/statusPurpose").asText()).isEqualTo("revocation");
    assertThat(payload.at("/credentialStatus/1/type").asText())
        .isEqualTo("BitstringStatusListEntry");

    decide(serial, "suspension").statusCode(200);
    given().auth().oauth2(Tokens.analyst()).post(LABELS + "/keys/rotation").then().statusCode(201);
    assertThat(credential(serial)).as("the bytes of the issue").isEqualTo(compact);
    given().get(LABELS + "/status-lists/3").then().statusCode(404);
    given().get(LABELS + "/status-lists/x").then().statusCode(404);
  }

  @Test
  void rotationKeepsWhatOlderKeysHaveSigned() throws Exception {
    publishModels(2);
    List<String> applications = apply(2);
    String before = labels.approve(applications.get(0), "analyst").credential();
    List<JsonWebKey> oldKeys = publishedKeys();

    String kid =
        given()
            .auth()
            .oauth2(Tokens.analyst())
            .post(LABELS + "/keys/rotation")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getString("kid");
    String after = labels.approve(applications.get(1), "analyst").credential();

    List<JsonWebKey> keys = publishedKeys();
    assertThat(keys).hasSize(oldKeys.size() + 1);
    assertThat(part(after, 0).get("kid").asText()).isEqualTo(kid);
    assertThat(part(before, 0).get("kid").asText()).isNotEqualTo(kid);
    assertThat(verifies(before, keys)).isTrue();
    assertThat(verifies(after, keys)).isTrue();
    assertThat(verifies(after, oldKeys)).as("not by keys of before").isFalse();
    given()
        .auth()
        .oauth2(Tokens.automaker("E0001"))
        .post(LABELS + "/keys/rotation")
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(Tokens.automaker("E0001"))
        .post(LABELS + "/keys/rotation?refused=1")
        .then()
        .statusCode(403);
    assertThat(given().get(LABELS + "/keys").asString()).doesNotContain("\"d\"");
  }

  @Test
  void anEditionShowsInTheStatusListAtOnce() throws Exception {
    publishModels(1);
    Label label = labels.approve(apply(1).get(0), "analyst");
    String serial = label.issued().serial().toString();
    assertThat(setBits(label.credential(), "suspension", publishedKeys())).isEmpty();

    platform.publish(2, 4, List.of(Model.sedan(code(0), "200").revised(2, "270")));
    platform.awaitEdition(2);

    assertThat(state(serial)).isEqualTo("SUSPENDED");
    assertThat(setBits(label.credential(), "suspension", publishedKeys()))
        .containsExactly(label.issued().statusEntry().index());
  }

  /**
   * Whether jose4j takes a text for signed by one of the keys. It decodes leniently, so that a text
   * that is not the one spelling of its bytes is refused first, by the JDK's decoder and encoder.
   */
  private static boolean verifies(String compact, List<JsonWebKey> keys) {
    for (String part : compact.split("\\.", -1)) {
      try {
        byte[] bytes = Base64.getUrlDecoder().decode(part.getBytes(StandardCharsets.ISO_8859_1));
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
          return false;
        }
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "ES256"));
      signature.setCompactSerialization(compact);
      JsonWebKey key = new VerificationJwkSelector().select(signature, keys);
      if (key == null) {
        return false;
      }
      signature.setKey(key.getKey());
      return signature.verifySignature() && "vc+jwt".equals(signature.getHeader("typ"));
    } catch (JoseException e) {
      return false;
    }
  }

  private static List<JsonWebKey> publishedKeys() throws JoseException {
    return new JsonWebKeySet(
            given()
                .get(LABELS + "/keys")
                .then()
                .statusCode(200)
                .contentType("application/jwk-set+json")
                .extract()
                .asString())
        .getJsonWebKeys();
  }

  private static CredentialVerifier ownVerifier() throws ParseException {
    return new CredentialVerifier(JWKSet.parse(given().get(LABELS + "/keys").asString()));
  }

  private static JsonNode part(String compact, int number) {
    return Platform.parse(
        new String(
            Base64.getUrlDecoder().decode(compact.split("\\.")[number]), StandardCharsets.UTF_8));
  }

  /** Follows a credential to its status list, verifies that and reads the bits that are set. */
  private static List<Integer> setBits(String compact, String purpose, List<JsonWebKey> keys)
      throws IOException {
    String address = null;
    for (JsonNode status : part(compact, 1).get("credentialStatus")) {
      if (status.get("statusPurpose").asText().equals(purpose)) {
        address = status.get("statusListCredential").asText();
      }
    }
    assertThat(address).startsWith("http://localhost:8080/api/v1/labels/status-lists/");
    String list =
        given()
            .get(address.substring("http://localhost:8080".length()))
            .then()
            .statusCode(200)
            .contentType("application/vc+jwt")
            .extract()
            .asString();
    assertThat(verifies(list, keys)).isTrue();
    JsonNode subject = part(list, 1).get("credentialSubject");
    assertThat(part(list, 1).get("id").asText()).isEqualTo(address);
    assertThat(subject.get("statusPurpose").asText()).isEqualTo(purpose);
    String encoded = subject.get("encodedList").asText();
    assertThat(encoded).startsWith("u");
    byte[] bits;
    try (GZIPInputStream gzip =
        new GZIPInputStream(
            new ByteArrayInputStream(Base64.getUrlDecoder().decode(encoded.substring(1))))) {
      bits = gzip.readAllBytes();
    }
    assertThat(bits.length * 8).isGreaterThanOrEqualTo(131_072);
    List<Integer> set = new ArrayList<>();
    for (int i = 0; i < bits.length * 8; i++) {
      if ((bits[i / 8] >> (7 - i % 8) & 1) == 1) {
        set.add(i);
      }
    }
    return set;
  }
}
