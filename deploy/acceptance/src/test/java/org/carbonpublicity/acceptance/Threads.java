package org.carbonpublicity.acceptance;

import java.util.concurrent.Executor;

/**
 * A thread for each task. The pool that futures use by themselves has one thread on two cores
 * (since JDK 25 it is used there, too): a kill would wait in it for the call that it is to hit.
 */
final class Threads {

  static final Executor OWN =
      task -> {
        Thread thread = new Thread(task, "acceptance");
        thread.setDaemon(true);
        thread.start();
      };

  private Threads() {}
}
