package org.carbonpublicity.rating.label.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.carbonpublicity.rating.jdbc.Database;
import org.carbonpublicity.rating.label.StatusEntry;

/**
 * What each certificate has of its own, taken under locks in the transaction of its issue: a
 * rollback gives it back.
 */
@ApplicationScoped
public class CertificateNumbers {

  /** Entries of a status list: the least that lets a holder hide among the others. */
  public static final int LIST_LENGTH = 131_072;

  /** A list is taken as full when half of it is: free entries are then still found at once. */
  private static final int LIST_CAPACITY = LIST_LENGTH / 2;

  private final Database database;
  private final RandomGenerator random = new SecureRandom();

  CertificateNumbers(Database database) {
    this.database = database;
  }

  /** The next serial number of a year; the caller's rollback gives it back. */
  public int nextSerial(int year) {
    return database
        .first(
            """
            insert into label_serial (year, last) values (?, 1)
            on conflict (year) do update set last = label_serial.last + 1 returning last""",
            row -> row.getInt(1),
            year)
        .orElseThrow();
  }

  /**
   * A status entry that was never given to anyone, at random, so that neighbours tell nothing of
   * each other.
   */
  public StatusEntry nextStatusEntry() {
    // The first transaction makes the first list, the others wait for it.
    database.update("insert into label_status_list values (1, 0) on conflict do nothing");
    int[] last =
        database
            .first(
                """
                select number, assigned from label_status_list order by number desc limit 1
                for update""",
                row -> new int[] {row.getInt(1), row.getInt(2)})
            .orElseThrow();
    int pair = last[0];
    if (last[1] >= LIST_CAPACITY) {
      pair++;
      database.update("insert into label_status_list values (?, 0) on conflict do nothing", pair);
    }
    database.update("update label_status_list set assigned = assigned + 1 where number = ?", pair);
    int index = random.nextInt(LIST_LENGTH);
    while (database.count(
            "select count(*) from label where status_list = ? and status_index = ?", pair, index)
        > 0) {
      index = random.nextInt(LIST_LENGTH);
    }
    return new StatusEntry(pair, index);
  }
}
