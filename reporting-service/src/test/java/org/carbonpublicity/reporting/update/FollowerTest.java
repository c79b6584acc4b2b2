package org.carbonpublicity.reporting.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.carbonpublicity.reporting.update.Follower.Pace;
import org.junit.jupiter.api.Test;

class FollowerTest {

  private static final Pace PACE = new Pace(15, 30);

  private final Recorded line = new Recorded();

  private static final class Recorded implements Follower.Line {
    private final List<String> said = new ArrayList<>();
    private boolean free = true;
    private boolean down;

    @Override
    public boolean isFree() {
      return free;
    }

    @Override
    public boolean isDown() {
      return down;
    }

    @Override
    public void tell(EditionSwitch happened) {
      said.add("" + happened.edition());
    }

    @Override
    public void beat() {
      said.add("beat");
    }

    @Override
    public void cut() {
      said.add("cut");
    }
  }

  private static List<EditionSwitch> switches(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(n -> new EditionSwitch(n, n - 1, 10, null, Instant.EPOCH))
        .toList();
  }

  @Test
  void whoNamesNoneBeginsWithTheLatest() {
    Follower follower = new Follower(line, null, 0);
    assertThat(follower.toldOf(7)).isEqualTo(6);

    assertThat(follower.tell(switches(1, 7), 7, PACE, 1)).isTrue();
    assertThat(follower.tell(switches(1, 9), 9, PACE, 2)).isTrue();

    assertThat(line.said).containsExactly("7", "8", "9");
  }

  @Test
  void whoComesBackMissesNothingAndHearsNothingTwice() {
    Follower follower = new Follower(line, 3, 0);

    follower.tell(switches(4, 6), 6, PACE, 1);
    follower.tell(switches(4, 6), 6, PACE, 2);

    assertThat(line.said).containsExactly("4", "5", "6");
  }

  @Test
  void whoNamesAnEditionThatIsNotThereYetBeginsWithTheLatest() {
    Follower follower = new Follower(line, 99, 0);

    follower.tell(switches(1, 2), 2, PACE, 1);

    assertThat(line.said).containsExactly("2");
  }

  @Test
  void aQuietLineIsOpenedAndThenBeats() {
    Follower follower = new Follower(line, 2, 0);
    for (long now : List.of(1L, 2L, 15L, 16L, 17L, 30L, 31L)) {
      follower.tell(List.of(), 2, PACE, now);
    }
    assertThat(line.said).containsExactly("beat", "beat", "beat");
  }

  @Test
  void aLongAbsenceIsToldInPortions() {
    Follower follower = new Follower(line, 0, 0);

    follower.tell(switches(1, 250), 250, PACE, 1);
    assertThat(line.said).hasSize(100);
    line.free = false;
    follower.tell(switches(1, 250), 250, PACE, 2);
    assertThat(line.said).hasSize(100);
    line.free = true;
    follower.tell(switches(1, 250), 250, PACE, 3);
    follower.tell(switches(1, 250), 250, PACE, 4);

    assertThat(line.said).isEqualTo(IntStream.rangeClosed(1, 250).mapToObj(n -> "" + n).toList());
  }

  @Test
  void whoDoesNotTakeWhatWasSentIsDropped() {
    Follower follower = new Follower(line, 1, 0);
    follower.tell(switches(2, 2), 2, PACE, 1);
    line.free = false;

    assertThat(follower.tell(switches(2, 3), 3, PACE, 31)).isTrue();
    assertThat(follower.tell(switches(2, 3), 3, PACE, 32)).isFalse();

    assertThat(line.said).containsExactly("2", "cut");
  }

  @Test
  void whoWentAwayIsNotTold() {
    Follower follower = new Follower(line, 1, 0);
    line.down = true;

    assertThat(follower.tell(switches(2, 3), 3, PACE, 1)).isFalse();
    assertThat(line.said).isEmpty();
  }
}
