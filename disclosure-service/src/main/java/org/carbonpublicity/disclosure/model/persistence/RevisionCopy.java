package org.carbonpublicity.disclosure.model.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonpublicity.disclosure.enterprise.Enterprise;
import org.carbonpublicity.disclosure.footprint.TermFrame;
import org.carbonpublicity.disclosure.jdbc.ConcurrentChangeException;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.model.persistence.KnownModels.Known;
import org.carbonpublicity.disclosure.model.persistence.RowChunk.Mention;
import org.carbonpublicity.disclosure.model.persistence.StagedModels.Origin;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Copies chunks of rows straight to where revisions are kept, each row once. That serves files
 * without any fault; whoever meets one takes everything back and stages the file.
 */
@ApplicationScoped
public class RevisionCopy {

  private static final int BUFFER = 256 * 1024;

  private static final String COPY =
      "copy footprint_revision (batch, created_at, created_by, feedback_form, revision, replaces,"
          + " enterprise, group_name, term_frame, "
          + RowChunk.COLUMNS
          + ") from stdin (format binary)";

  private static final int COLUMN_COUNT = 9 + RowChunk.COLUMN_COUNT;

  private static final byte[] FIRST = written(new CopyBinary().field(1).field((Integer) null));

  private final Database database;
  private final KnownModels knownModels;
  private final TermFrames frames;

  RevisionCopy(Database database, KnownModels knownModels, TermFrames frames) {
    this.database = database;
    this.knownModels = knownModels;
    this.frames = frames;
  }

  /** Finds, or registers, the enterprise that a spelling names. */
  @FunctionalInterface
  public interface Names {
    Optional<Enterprise> find(String spelling, @Nullable String group);
  }

  /**
   * Starts to copy one file.
   *
   * @param lifetimeKm km that grams per km of calculated footprints were divided by
   */
  public Copying start(Origin origin, BigDecimal lifetimeKm, Names names) {
    database.update("savepoint revision_copy");
    return new Copying(origin, lifetimeKm, names);
  }

  /** The copying of one file, in the caller's transaction. */
  public final class Copying {

    private final Origin origin;
    private final BigDecimal lifetimeKm;
    private final Names names;
    private final Map<TermFrame, Integer> frameIds = new HashMap<>();
    private final byte[] common;
    private boolean looksUp;

    private Copying(Origin origin, BigDecimal lifetimeKm, Names names) {
      this.origin = origin;
      this.lifetimeKm = lifetimeKm;
      this.names = names;
      this.common =
          written(
              new CopyBinary()
                  .field(origin.batch())
                  .field(origin.at())
                  .field(origin.actor())
                  .field(origin.form()));
    }

    public RowChunk chunk() {
      return new RowChunk(origin.factorSet(), origin.methodology(), lifetimeKm);
    }

    /** Keeps what was copied since the start. */
    public void keep() {
      if (looksUp) {
        knownModels.done();
      }
      database.update("release savepoint revision_copy");
    }

    /** Takes back what was done since the start, registered enterprises too. */
    public void takeBack() {
      database.update("rollback to savepoint revision_copy");
      database.update("release savepoint revision_copy");
    }

    /**
     * Makes a revision of every row.
     *
     * @return false when something is wrong with a row beside others
     */
    public boolean add(RowChunk chunk) {
      int[] order = chunk.byCode();
      if (chunk.hasDuplicates()) {
        return false;
      }
      List<byte[]> enterprises = new ArrayList<>();
      for (Mention mention : chunk.mentions()) {
        Enterprise enterprise = names.find(mention.enterprise(), mention.group()).orElse(null);
        if (enterprise == null) {
          return false;
        }
        enterprises.add(
            written(
                new CopyBinary()
                    .field(enterprise.code())
                    .field(mention.group() == null ? enterprise.group() : mention.group())));
      }
      // Before the chunk's savepoint: what they are found by stays when that is taken back.
      List<Integer> frameIds = frameIds(chunk);
      if (!looksUp && copiedAsNew(chunk, order, enterprises, frameIds)) {
        return true;
      }
      Map<String, Known> known = knownModels.find(chunk, order);
      for (Known model : known.values()) {
        if (!model.mayFollow(origin.batch())) {
          return false;
        }
      }
      database.with(connection -> copy(connection, chunk, order, enterprises, frameIds, known));
      return true;
    }

    private List<Integer> frameIds(RowChunk chunk) {
      List<Integer> ids = new ArrayList<>();
      for (TermFrame frame : chunk.frames()) {
        ids.add(frameIds.computeIfAbsent(frame, frames::id));
      }
      return ids;
    }

    /**
     * Most imports bring new models only. Revisions of a model are numbered from 1 and the first
     * one is never deleted, so the key tells of a known model, or one that stood in an earlier
     * chunk, without a search for each.
     */
    private boolean copiedAsNew(
        RowChunk chunk, int[] order, List<byte[]> enterprises, List<Integer> frameIds) {
      database.update("savepoint revision_chunk");
      try {
        database.with(
            connection -> copy(connection, chunk, order, enterprises, frameIds, Map.of()));
        database.update("release savepoint revision_chunk");
        return true;
      } catch (ConcurrentChangeException e) {
        database.update("rollback to savepoint revision_chunk");
        database.update("release savepoint revision_chunk");
        knownModels.prepare();
        looksUp = true;
        return false;
      }
    }

    private long copy(
        Connection connection,
        RowChunk chunk,
        int[] order,
        List<byte[]> enterprises,
        List<Integer> frameIds,
        Map<String, Known> known)
        throws SQLException {
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
      try {
        CopyBinary rows = new CopyBinary().begin();
        for (int row : order) {
          rows.row(COLUMN_COUNT).fields(common);
          Known model = known.isEmpty() ? null : known.get(chunk.code(row));
          if (model == null) {
            rows.fields(FIRST);
          } else {
            rows.field(model.last() + 1).field(model.replaces());
          }
          rows.fields(enterprises.get(chunk.mentionOf(row)));
          int frame = chunk.frameOf(row);
          rows.field(frame == RowChunk.NO_FRAME ? null : frameIds.get(frame));
          chunk.writeTo(rows, row);
          if (rows.length() > BUFFER) {
            copy.writeToCopy(rows.bytes(), 0, rows.length());
            rows.clear();
          }
        }
        rows.end();
        copy.writeToCopy(rows.bytes(), 0, rows.length());
        return copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    }
  }

  private static byte[] written(CopyBinary fields) {
    return Arrays.copyOf(fields.bytes(), fields.length());
  }
}
