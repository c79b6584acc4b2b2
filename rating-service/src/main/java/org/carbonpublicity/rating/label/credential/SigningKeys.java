package org.carbonpublicity.rating.label.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.rating.label.persistence.KeystoreRepository;
import org.carbonpublicity.rating.label.persistence.KeystoreRepository.KeptKeystore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign labels (ECDSA on P-256, ES256): a PKCS#12 keystore that all instances share
 * through the database, encrypted under a password that is not in it. The newest key signs; none is
 * ever removed, so that what older ones have signed stays verifiable.
 */
@ApplicationScoped
public class SigningKeys {

  /** Good for a demonstration on one machine, and for nothing else. */
  static final String LOCAL_PASSWORD = "local-only";

  private static final Logger LOG = Logger.getLogger(SigningKeys.class);
  private static final String ALIAS = "key-";

  private final KeystoreRepository repository;
  private final Clock clock;
  private final char[] password;
  private volatile @Nullable Opened opened;

  SigningKeys(
      KeystoreRepository repository,
      Clock clock,
      @ConfigProperty(name = "rating.label.keystore-password") String password) {
    this.repository = repository;
    this.clock = clock;
    this.password = password.toCharArray();
  }

  /** The keys of one revision of the keystore, oldest first; never empty. */
  private record Opened(String revision, List<ECKey> keys) {}

  /** The key that signs now, made when there is none yet, in the caller's transaction. */
  @Transactional
  public ECKey active() {
    List<ECKey> keys = keys().orElseGet(this::first);
    return keys.get(keys.size() - 1);
  }

  /** All public keys there ever were, oldest first. */
  @Transactional
  public JWKSet published() {
    List<JWK> keys = new ArrayList<>();
    keys().orElseGet(List::of).forEach(key -> keys.add(key.toPublicJWK()));
    return new JWKSet(keys);
  }

  /** Adds a key, which signs from the commit of the caller's transaction on. */
  @Transactional
  public ECKey rotate() {
    repository.lock();
    List<ECKey> keys = add(repository.read().orElse(null));
    return keys.get(keys.size() - 1);
  }

  private List<ECKey> first() {
    repository.lock();
    // Another transaction may have made it while this one waited.
    return keys().orElseGet(() -> add(null));
  }

  private Optional<List<ECKey>> keys() {
    Optional<String> revision = repository.revision();
    if (revision.isEmpty()) {
      return Optional.empty();
    }
    Opened known = opened;
    if (known == null || !known.revision().equals(revision.get())) {
      KeptKeystore kept = repository.read().orElseThrow();
      known = new Opened(kept.revision(), keys(open(kept)));
      opened = known;
    }
    return Optional.of(known.keys());
  }

  private List<ECKey> add(@Nullable KeptKeystore kept) {
    if (LOCAL_PASSWORD.equals(String.valueOf(password))) {
      LOG.warn(
          "event=default-keystore-password A key that signs labels is kept under the password for"
              + " local use; set RATING_LABEL_KEYSTORE_PASSWORD");
    }
    try {
      KeyStore keystore = open(kept);
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      Instant now = clock.instant();
      keystore.setKeyEntry(
          ALIAS + (keystore.size() + 1),
          pair.getPrivate(),
          password,
          new X509Certificate[] {KeyCertificate.of(pair, now)});
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      keystore.store(bytes, password);
      repository.write(new KeptKeystore(UUID.randomUUID().toString(), bytes.toByteArray()), now);
      return keys(keystore);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a key could not be made", e);
    }
  }

  private KeyStore open(@Nullable KeptKeystore kept) {
    try {
      KeyStore keystore = KeyStore.getInstance("PKCS12");
      keystore.load(kept == null ? null : new ByteArrayInputStream(kept.pkcs12()), password);
      return keystore;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(
          "the keystore of labels cannot be opened; is its password the one it was made with?", e);
    }
  }

  private List<ECKey> keys(KeyStore keystore) {
    try {
      List<ECKey> keys = new ArrayList<>();
      for (int number = 1; number <= keystore.size(); number++) {
        X509Certificate certificate = (X509Certificate) keystore.getCertificate(ALIAS + number);
        keys.add(
            new ECKey.Builder(Curve.P_256, (ECPublicKey) certificate.getPublicKey())
                .privateKey((ECPrivateKey) keystore.getKey(ALIAS + number, password))
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyIDFromThumbprint()
                .build());
      }
      return List.copyOf(keys);
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("the keys of labels cannot be read", e);
    }
  }
}
