package org.carbonpublicity.rating.label.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.carbonpublicity.rating.jdbc.Database;

/** The encrypted keystore that all instances share, in the caller's transaction. */
@ApplicationScoped
public class KeystoreRepository {

  /** Any number that no other lock of this database has. */
  private static final long LOCK = 0x4b65_7973_746fL;

  private final Database database;

  KeystoreRepository(Database database) {
    this.database = database;
  }

  /**
   * A state of the keystore.
   *
   * @param revision another text with each change, so that a rolled back one is never mistaken
   * @param pkcs12 PKCS#12, encrypted
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record KeptKeystore(String revision, byte[] pkcs12) {}

  /** One transaction at a time changes the keystore; there need be none yet. */
  public void lock() {
    database.count("select count(*) from (select pg_advisory_xact_lock(" + LOCK + ")) l");
  }

  /** Empty while there is none. */
  public Optional<String> revision() {
    return database.first("select revision from label_keystore", row -> row.getString(1));
  }

  public Optional<KeptKeystore> read() {
    return database.first(
        "select revision, pkcs12 from label_keystore",
        row -> new KeptKeystore(row.getString(1), row.getBytes(2)));
  }

  public void write(KeptKeystore keystore, Instant now) {
    database.update(
        """
        insert into label_keystore (id, revision, pkcs12, changed_at) values (1, ?, ?, ?)
        on conflict (id) do update set revision = excluded.revision, pkcs12 = excluded.pkcs12,
          changed_at = excluded.changed_at""",
        keystore.revision(),
        keystore.pkcs12(),
        now.atOffset(ZoneOffset.UTC));
  }
}
