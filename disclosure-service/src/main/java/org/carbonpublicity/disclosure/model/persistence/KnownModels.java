package org.carbonpublicity.disclosure.model.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.jspecify.annotations.Nullable;

/** What is known already of the models of a chunk. */
@ApplicationScoped
class KnownModels {

  /** In a subquery of its own, so that each code is looked up by the index. */
  private static final String FIND =
      "select f.model_code, f.revision, f.batch, b.state from unnest(?) code cross join lateral"
          + " (select * from (select model_code, revision, batch from footprint_revision where"
          + " model_code = code) r offset 0) f join batch b on b.number = f.batch";

  private final Database database;

  KnownModels(Database database) {
    this.database = database;
  }

  /** A model's revisions so far. */
  static final class Known {

    private final Set<Integer> batches = new HashSet<>();
    private int last;
    private int replaces;
    private boolean open;

    private void add(int revision, int batch, String state) {
      last = Math.max(last, revision);
      batches.add(batch);
      open |= !state.equals("PUBLISHED") && !state.equals("CANCELLED");
      if (!state.equals("CANCELLED")) {
        replaces = Math.max(replaces, revision);
      }
    }

    /** The highest number in use. */
    int last() {
      return last;
    }

    /** The revision that the next one replaces; null when all were given up. */
    @Nullable Integer replaces() {
      return replaces == 0 ? null : replaces;
    }

    /** Whether a batch may hold the next revision: not held already, here or where it is open. */
    boolean mayFollow(int batch) {
      return !open && !batches.contains(batch);
    }
  }

  /** Plans for many codes, whatever the tables held when such a statement was last planned. */
  void prepare() {
    database.update("set local enable_seqscan = off");
    database.update("set local plan_cache_mode = force_custom_plan");
  }

  /** Plans as usual again. */
  void done() {
    database.update("set local enable_seqscan = on");
    database.update("set local plan_cache_mode = auto");
  }

  /** By model code; those that nobody knows are not in it. */
  Map<String, Known> find(RowChunk chunk, int[] order) {
    String[] codes = new String[order.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = chunk.code(order[i]);
    }
    Map<String, Known> found = new HashMap<>();
    database.query(
        FIND,
        row -> {
          found
              .computeIfAbsent(row.getString(1), code -> new Known())
              .add(row.getInt(2), row.getInt(3), row.getString(4));
          return row.getInt(2);
        },
        (Object) codes);
    return found;
  }
}
