package org.carbonpublicity.reporting.report.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what readers see, for many requests with one query.
 *
 * <p>A request is answered by a query that began after it came, never by a remembered value: a
 * reader who saw an edition on one instance will not be sent back to the former one by another.
 * While a query is under way, all requests that come wait for the next one together, so the
 * database has one such query at a time from each instance, however many readers there are.
 */
@ApplicationScoped
public class PublishedStateReader {

  private final PublishedStateRepository repository;
  private final ManagedExecutor executor;
  private @Nullable CompletableFuture<PublishedState> waiting;
  private boolean running;

  PublishedStateReader(PublishedStateRepository repository, ManagedExecutor executor) {
    this.repository = repository;
    this.executor = executor;
  }

  /** The state as of now or later. Does not block. */
  public synchronized CompletionStage<PublishedState> read() {
    CompletableFuture<PublishedState> mine = waiting;
    if (mine == null) {
      mine = new CompletableFuture<>();
      waiting = mine;
    }
    if (!running) {
      running = true;
      executor.execute(this::answer);
    }
    return mine;
  }

  private void answer() {
    for (CompletableFuture<PublishedState> next = take(); next != null; next = take()) {
      try {
        next.complete(repository.read());
      } catch (SQLException | RuntimeException e) {
        next.completeExceptionally(e);
      }
    }
  }

  private synchronized @Nullable CompletableFuture<PublishedState> take() {
    CompletableFuture<PublishedState> next = waiting;
    waiting = null;
    running = next != null;
    return next;
  }
}
