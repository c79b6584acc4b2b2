package org.carbonpublicity.embedded.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Signed bearer tokens for the roles of the platform, valid for five minutes. */
public final class Tokens {

  /*
   * Test resources and tests may live in different class loaders: the key is therefore kept where
   * all of a JVM sees it.
   */
  private static final String PUBLIC_KEY = "org.carbonpublicity.test.public-key";
  private static final String PRIVATE_KEY = "org.carbonpublicity.test.private-key";

  private Tokens() {}

  public static String analyst() {
    return token("analyst", "analyst", List.of());
  }

  public static String assessor() {
    return token("assessor", "assessor", List.of());
  }

  /** A token of an assessor of another name than {@link #assessor()}'s. */
  public static String assessor(String subject) {
    return token(subject, "assessor", List.of());
  }

  public static String member() {
    return token("member", "member", List.of());
  }

  /** A token of an automaker that acts for these enterprises. */
  public static String automaker(String... enterpriseCodes) {
    return token(
        "automaker." + String.join(",", enterpriseCodes), "automaker", List.of(enterpriseCodes));
  }

  private static String token(String subject, String group, List<String> enterprises) {
    var claims = Jwt.issuer("cpp-test").subject(subject).upn(subject).groups(Set.of(group));
    if (!enterprises.isEmpty()) {
      claims = claims.claim("enterprise", enterprises);
    }
    return claims.expiresIn(300).sign(privateKey());
  }

  /** The key that verifies the tokens, Base64 of its X.509 encoding. */
  public static synchronized String publicKey() {
    if (System.getProperty(PUBLIC_KEY) == null) {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Base64.Encoder encoder = Base64.getEncoder();
        System.setProperty(PRIVATE_KEY, encoder.encodeToString(pair.getPrivate().getEncoded()));
        System.setProperty(PUBLIC_KEY, encoder.encodeToString(pair.getPublic().getEncoded()));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
    return System.getProperty(PUBLIC_KEY);
  }

  private static PrivateKey privateKey() {
    publicKey();
    try {
      byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
