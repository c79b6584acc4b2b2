package org.carbonpublicity.disclosure.batch;

/**
 * Whoever must know what becomes of a round: the enterprises with models in it. They are told in
 * the transaction of the fact.
 */
public interface Participants {

  /** Their models are in review. */
  void reviewOpened(int batch);

  /** A review that had begun is given up. */
  void cancelled(int batch, String reason);

  /** All of them, or one, have more time. */
  void deadlineExtended(DeadlineExtension extension);
}
