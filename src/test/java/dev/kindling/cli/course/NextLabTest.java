package dev.kindling.cli.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.cli.course.Standing.State;
import dev.kindling.lab.LabEntry;
import dev.kindling.lab.LabFolder;
import dev.kindling.lab.LabId;
import dev.kindling.lab.LabInfo;
import dev.kindling.result.LabProgress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NextLabTest {

  private static Standing lab(String id, State state, String at) {
    LabId labId = LabId.parse(id);
    LabInfo info =
        new LabInfo(
            labId, 1, 1, id, 10, List.of(), false, "x.XLab", List.of(), List.of(), List.of());
    boolean passed = state == State.PASSED || state == State.CHANGED;
    LabProgress progress =
        new LabProgress(id, Set.of(), 0, 100, passed, passed, "hash", Map.of(), at);
    return new Standing(
        new LabEntry(info, new LabFolder(Path.of("/course"), labId, "X")), progress, state);
  }

  private static String name(Optional<Standing> standing) {
    return standing.map(one -> one.lab().id().toString()).orElse("none");
  }

  @Test
  void aNewcomerBeginsWithTheFirstLab() {
    NextLab next =
        new NextLab(
            List.of(lab("day1/a", State.UNTOUCHED, null), lab("day1/b", State.UNTOUCHED, null)));

    assertThat(next.leftOff()).isEmpty();
    assertThat(name(next.now())).isEqualTo("day1/a");
  }

  @Test
  void anUnfinishedLabComesBeforeANewOne() {
    NextLab next =
        new NextLab(
            List.of(
                lab("day1/a", State.PASSED, "2026-01-01T00:00:00Z"),
                lab("day1/b", State.UNTOUCHED, null),
                lab("day1/c", State.STARTED, "2026-01-02T00:00:00Z")));

    assertThat(name(next.now())).isEqualTo("day1/c");
  }

  @Test
  void afterAPassComesTheNextLabThatIsNotPassed() {
    NextLab next =
        new NextLab(
            List.of(
                lab("day1/a", State.UNTOUCHED, null),
                lab("day1/b", State.PASSED, "2026-01-02T00:00:00Z"),
                lab("day1/c", State.CHANGED, "2026-01-01T00:00:00Z"),
                lab("day1/d", State.UNTOUCHED, null)));

    assertThat(name(next.now())).isEqualTo("day1/d");
    assertThat(name(next.after("day1/d"))).isEqualTo("day1/a");
  }

  @Test
  void whoPassedEverythingHasNothingLeft() {
    NextLab next = new NextLab(List.of(lab("day1/a", State.PASSED, "2026-01-02T00:00:00Z")));

    assertThat(next.now()).isEmpty();
    assertThat(new NextLab(List.of()).now()).isEmpty();
  }

  @Test
  void aWorkingCopyThatWasNeverJudgedIsWhereOneLeftOff() {
    NextLab next =
        new NextLab(
            List.of(lab("day1/a", State.UNTOUCHED, null), lab("day1/b", State.STARTED, null)));

    assertThat(name(next.now())).isEqualTo("day1/b");
  }
}
