package org.carbonpublicity.rating.edition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Keeps the values that were used last, up to a number of them. What is asked for by several at
 * once is made by one, for which the others wait; what fails is not kept.
 */
public final class LastUsed<K, V> {

  private final Map<K, CompletableFuture<V>> values;

  public LastUsed(int most) {
    this.values =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, CompletableFuture<V>> eldest) {
            return size() > most;
          }
        };
  }

  /** The value of the key, made by the supplier when it is not here. */
  public V get(K key, Supplier<V> maker) {
    CompletableFuture<V> made = new CompletableFuture<>();
    CompletableFuture<V> found;
    synchronized (values) {
      found = values.putIfAbsent(key, made);
    }
    if (found != null) {
      return await(found);
    }
    try {
      V value = maker.get();
      made.complete(value);
      return value;
    } catch (RuntimeException | Error e) {
      synchronized (values) {
        values.remove(key, made);
      }
      made.completeExceptionally(e);
      throw e;
    }
  }

  private static <V> V await(CompletableFuture<V> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
