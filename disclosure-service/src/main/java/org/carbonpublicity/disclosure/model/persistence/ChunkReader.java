package org.carbonpublicity.disclosure.model.persistence;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.carbonpublicity.disclosure.model.StagedRow;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows in a thread of its own, chunk by chunk, while the chunk before is being stored: a
 * million rows take seconds to read, and the database as long to take them.
 */
public final class ChunkReader implements AutoCloseable {

  /** One is filled while the other one is stored. */
  private static final int CHUNKS = 2;

  private static final long LOOK_AFTER_MILLIS = 50;

  private final BlockingQueue<RowChunk> empty = new ArrayBlockingQueue<>(CHUNKS);
  private final BlockingQueue<Handover> full = new ArrayBlockingQueue<>(CHUNKS + 1);
  private final Thread thread;
  private volatile boolean stopped;
  private @Nullable RowChunk lent;

  /** What the thread hands over: a chunk, why there is none, or that there is none any more. */
  private record Handover(@Nullable RowChunk chunk, @Nullable Throwable failure) {}

  /** Where rows come from; called in the reader's thread only. */
  @FunctionalInterface
  public interface Rows {
    /** The next row; null after the last. */
    @Nullable StagedRow next();
  }

  public ChunkReader(Rows rows, Supplier<RowChunk> chunks) {
    for (int i = 0; i < CHUNKS; i++) {
      empty.add(chunks.get());
    }
    thread = new Thread(() -> readAll(rows), "import-reader");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * The next chunk, valid until the one after it is asked for; null after the last. Nothing follows
   * a faulty one.
   *
   * @throws RuntimeException that ended the reading
   */
  public @Nullable RowChunk next() throws InterruptedException {
    if (lent != null) {
      lent.clear();
      empty.add(lent);
      lent = null;
    }
    Handover handover = full.take();
    if (handover.failure() instanceof RuntimeException failure) {
      throw failure;
    }
    if (handover.failure() instanceof Error failure) {
      throw failure;
    }
    lent = handover.chunk();
    return lent;
  }

  private void readAll(Rows rows) {
    try {
      RowChunk chunk = read(rows);
      while (chunk != null) {
        // Here and not where it is written: that is what the import waits for.
        chunk.complete();
        boolean more = !chunk.isFaulty();
        full.add(new Handover(chunk, null));
        chunk = more ? read(rows) : null;
      }
      full.add(new Handover(null, null));
    } catch (RuntimeException | Error e) {
      full.add(new Handover(null, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable RowChunk read(Rows rows) throws InterruptedException {
    RowChunk chunk = null;
    while (chunk == null) {
      if (stopped) {
        return null;
      }
      chunk = empty.poll(LOOK_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    }
    while (!stopped && !chunk.isFull() && !chunk.isFaulty()) {
      StagedRow row = rows.next();
      if (row == null) {
        return chunk.rows() > 0 ? chunk : null;
      }
      chunk.add(row);
    }
    return stopped ? null : chunk;
  }

  /**
   * Stops reading after the row at hand and waits for that: nobody else may read the file before.
   */
  @Override
  public void close() {
    stopped = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
