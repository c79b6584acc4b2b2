package org.carbonpublicity.rating.label.credential;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.text.ParseException;
import java.util.Base64;
import org.carbonpublicity.rating.label.Certificate;

/**
 * Verifies a credential with published keys alone. It is stricter than JOSE libraries are: the last
 * character of a signature carries four bits that no byte needs, and one that differs only there is
 * refused, so that no second text passes for what was signed.
 */
public final class CredentialVerifier {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final int PARTS = 3;

  private final JWKSet keys;

  public CredentialVerifier(JWKSet keys) {
    this.keys = keys;
  }

  /** Whether exactly this text was signed by one of the keys as a credential. */
  public boolean isGenuine(String compact) {
    if (!isCanonical(compact)) {
      return false;
    }
    try {
      JWSObject signed = JWSObject.parse(compact);
      JWK key = keys.getKeyByKeyId(signed.getHeader().getKeyID());
      return JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm())
          && CredentialSigner.TYPE.equals(signed.getHeader().getType())
          && key instanceof ECKey ec
          && signed.verify(new ECDSAVerifier(ec));
    } catch (ParseException | JOSEException e) {
      return false;
    }
  }

  /** Whether the text is genuine and says of a certificate what we keep of it. */
  public boolean certifies(String compact, Certificate certificate) {
    if (!isGenuine(compact)) {
      return false;
    }
    try {
      JsonNode subject =
          JSON.readTree(JWSObject.parse(compact).getPayload().toBytes()).path("credentialSubject");
      return subject.path("serialNumber").asText().equals(certificate.serial().toString())
          && subject.path("labelKind").asText().equals(certificate.kind().name())
          && subject.path("modelCode").asText().equals(certificate.modelCode())
          && subject.path("class").asInt() == certificate.ratingClass()
          && subject
                  .path("footprintGramsPerKm")
                  .decimalValue()
                  .compareTo(certificate.footprintGramsPerKm())
              == 0;
    } catch (ParseException | IOException e) {
      return false;
    }
  }

  /** Whether each part is the one way to write its bytes in Base64URL. */
  private static boolean isCanonical(String compact) {
    String[] parts = compact.split("\\.", -1);
    if (parts.length != PARTS) {
      return false;
    }
    for (String part : parts) {
      try {
        byte[] bytes = Base64.getUrlDecoder().decode(part);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
          return false;
        }
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
    return true;
  }
}
