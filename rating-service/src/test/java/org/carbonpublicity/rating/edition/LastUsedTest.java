package org.carbonpublicity.rating.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LastUsedTest {

  private final LastUsed<String, Integer> values = new LastUsed<>(2);
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void theOneThatWasNotUsedForLongestGivesWay() {
    assertThat(values.get("a", made::incrementAndGet)).isEqualTo(1);
    assertThat(values.get("b", made::incrementAndGet)).isEqualTo(2);
    assertThat(values.get("a", made::incrementAndGet)).isEqualTo(1);
    assertThat(values.get("c", made::incrementAndGet)).isEqualTo(3);

    assertThat(values.get("a", made::incrementAndGet)).isEqualTo(1);
    assertThat(values.get("b", made::incrementAndGet)).isEqualTo(4);
  }

  @Test
  void whatFailsIsTriedAgain() {
    assertThatThrownBy(
            () ->
                values.get(
                    "a",
                    () -> {
                      throw new IllegalStateException("not now");
                    }))
        .hasMessage("not now");

    assertThat(values.get("a", made::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void whatSeveralAskForIsMadeOnce() throws Exception {
    int readers = 4;
    CountDownLatch asked = new CountDownLatch(readers);
    ExecutorService threads = Executors.newFixedThreadPool(readers);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < readers; i++) {
        answers.add(
            threads.submit(
                () -> {
                  asked.countDown();
                  return values.get(
                      "a",
                      () -> {
                        // All the others are on their way by now.
                        await(asked);
                        return made.incrementAndGet();
                      });
                }));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
