package org.carbonpublicity.rating.label.credential;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The self-signed certificate without which a keystore takes no private key. Nobody relies on it:
 * the public keys are published as a JWK set.
 */
final class KeyCertificate {

  private static final X500Name NAME = new X500Name("CN=Carbon publicity platform labels");
  private static final Duration LIFETIME = Duration.ofDays(36_525);

  private KeyCertificate() {}

  static X509Certificate of(KeyPair pair, Instant now) throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              new JcaX509v3CertificateBuilder(
                      NAME,
                      BigInteger.valueOf(now.toEpochMilli()),
                      Date.from(now),
                      Date.from(now.plus(LIFETIME)),
                      NAME,
                      pair.getPublic())
                  .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
