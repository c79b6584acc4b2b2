package org.carbonpublicity.disclosure.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.enterprise.Enterprise;
import org.carbonpublicity.disclosure.enterprise.Enterprises;
import org.carbonpublicity.disclosure.form.VehicleForm;
import org.carbonpublicity.disclosure.model.persistence.ChunkReader;
import org.carbonpublicity.disclosure.model.persistence.RevisionCopy;
import org.carbonpublicity.disclosure.model.persistence.RowChunk;
import org.carbonpublicity.disclosure.model.persistence.StagedModels.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Imports a file in which nothing is wrong, as nearly all are, by writing every row once while the
 * file is being read. At the first fault of any kind it takes everything back: then the file has to
 * be staged, which finds all faults.
 */
@ApplicationScoped
class FaultlessImport {

  /**
   * Enterprises registered on the way. A file that names more is rather a faulty one, and each of
   * them is taken back when it is.
   */
  private static final int MOST_REGISTERED = 500;

  /** Spellings remembered; a file may have any number. */
  private static final int MOST_SPELLINGS = 20_000;

  private final RevisionCopy revisions;
  private final Audit audit;
  private final Enterprises enterprises;

  FaultlessImport(RevisionCopy revisions, Audit audit, Enterprises enterprises) {
    this.revisions = revisions;
    this.audit = audit;
    this.enterprises = enterprises;
  }

  /**
   * Stores all rows of a form in the caller's transaction.
   *
   * @param registerUnknown registers enterprises that nobody knows
   * @return how many; empty when there is none, or something is wrong and nothing was stored
   */
  OptionalLong run(
      VehicleForm form, Preliminary.Footprints footprints, Origin origin, boolean registerUnknown) {
    Audit.Mark mark = audit.mark();
    Naming naming = new Naming(origin.actor(), registerUnknown ? MOST_REGISTERED : 0);
    RevisionCopy.Copying copying = revisions.start(origin, footprints.lifetimeKm(), naming::find);
    try (ChunkReader reader = new ChunkReader(() -> footprints.of(form), copying::chunk)) {
      long rows = 0;
      for (RowChunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
        if (chunk.isFaulty() || !copying.add(chunk)) {
          copying.takeBack();
          audit.backTo(mark);
          return OptionalLong.empty();
        }
        rows += chunk.rows();
      }
      copying.keep();
      return rows == 0 ? OptionalLong.empty() : OptionalLong.of(rows);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a file was being read", e);
    }
  }

  /** The enterprises of one file by the ways in which it writes them. */
  private final class Naming {

    private final Map<String, Enterprise> known = new HashMap<>();
    private final Set<String> registered = new HashSet<>();
    private final String actor;
    private final int mostUnknown;

    Naming(String actor, int mostUnknown) {
      this.actor = actor;
      this.mostUnknown = mostUnknown;
    }

    Optional<Enterprise> find(String spelling, @Nullable String group) {
      Enterprise enterprise = known.get(spelling);
      if (enterprise == null) {
        enterprise = enterprises.named(spelling).orElse(null);
        if (enterprise == null && registered.size() < mostUnknown) {
          enterprise =
              enterprises.register(new Enterprises.Draft(null, spelling, group, List.of()), actor);
          registered.add(enterprise.code());
        }
        if (enterprise == null) {
          return Optional.empty();
        }
        if (known.size() == MOST_SPELLINGS) {
          known.clear();
        }
        known.put(spelling, enterprise);
      }
      return Optional.of(enterprise);
    }
  }
}
