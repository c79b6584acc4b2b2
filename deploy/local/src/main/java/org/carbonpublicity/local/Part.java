package org.carbonpublicity.local;

import java.util.List;
import java.util.Locale;

/** What the platform is made of: each part is a process of its own. */
public enum Part {
  POSTGRES("", ""),
  KAFKA("", ""),
  IDENTITY("deploy/identity", ""),
  DISCLOSURE("disclosure-service", "disclosure"),
  RATING("rating-service", "rating"),
  ASSESSMENT("enterprise-assessment-service", "assessment"),
  REPORTING("reporting-service", "reporting");

  /** The four services, each with a database of its own. */
  public static final List<Part> SERVICES = List.of(DISCLOSURE, RATING, ASSESSMENT, REPORTING);

  private final String folder;
  private final String database;

  Part(String folder, String database) {
    this.folder = folder;
    this.database = database;
  }

  /** The Maven module, relative to the project's root. */
  String folder() {
    return folder;
  }

  /** Name of the service's database, of its role and of that role's password. */
  public String database() {
    if (database.isEmpty()) {
      throw new IllegalArgumentException(label() + " has no database");
    }
    return database;
  }

  public boolean isService() {
    return SERVICES.contains(this);
  }

  /** The name in messages, log files and routes. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
