package org.carbonpublicity.rating.label.credential;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Secures credentials with JOSE ("Securing Verifiable Credentials using JOSE and COSE", W3C 2025):
 * the credential itself is the payload, the header is {@code typ: vc+jwt}, {@code alg: ES256}.
 */
@ApplicationScoped
class CredentialSigner {

  static final JOSEObjectType TYPE = new JOSEObjectType("vc+jwt");

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final SigningKeys keys;

  CredentialSigner(SigningKeys keys) {
    this.keys = keys;
  }

  /** A compact JWS over the credential's JSON. */
  String sign(ObjectNode credential) {
    ECKey key = keys.active();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(TYPE)
            .contentType("vc")
            .keyID(key.getKeyID())
            .build();
    try {
      JWSObject signed = new JWSObject(header, new Payload(JSON.writeValueAsBytes(credential)));
      signed.sign(new ECDSASigner(key));
      return signed.serialize();
    } catch (JsonProcessingException | JOSEException e) {
      throw new IllegalStateException("a credential could not be signed", e);
    }
  }
}
