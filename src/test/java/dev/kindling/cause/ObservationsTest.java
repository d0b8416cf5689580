package dev.kindling.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.check.compare.Compared;
import dev.kindling.check.compare.Evidence;
import dev.kindling.check.compare.Tolerance;
import dev.kindling.lab.AnswerInfo;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept of a suspect's result, and what is too much to keep. */
final class ObservationsTest {

  private final Observations memory = new Observations();

  @Test
  void aResultIsRememberedForItsCheckAndItsSuspectAlone() {
    memory.remember(suspect("Mean"), "one", failed(10));

    assertThat(memory.of(suspect("Mean"), "one")).isPresent();
    assertThat(memory.settled(suspect("Mean"), "one")).isTrue();
    assertThat(memory.of(suspect("Mean"), "two")).isEmpty();
    assertThat(memory.of(suspect("Mode"), "one")).isEmpty();
    assertThat(memory.settled(suspect("Mode"), "one")).isFalse();
  }

  @Test
  void whatAllAnswersHaveInCommonIsNotKeptAndTheValueIs() {
    Observation.Failed seen = failed(10);
    memory.remember(suspect("Mean"), "one", seen);

    Observation.Failed kept = (Observation.Failed) memory.of(suspect("Mean"), "one").orElseThrow();
    assertThat(kept.evidence().compared().expected()).isEmpty();
    assertThat(kept.facts()).isEmpty();
    assertThat(kept.named()).isEmpty();
    assertThat(kept.sameAs(seen)).isTrue();
    assertThat(kept.sameAs(failed(11))).isFalse();
  }

  @Test
  void aLargeResultIsNotKeptAndNotObservedAheadAgain() {
    memory.remember(suspect("Mean"), "one", failed(70_000));

    assertThat(memory.of(suspect("Mean"), "one")).isEmpty();
    assertThat(memory.settled(suspect("Mean"), "one")).isTrue();
  }

  @Test
  void onceTheMemoryIsFullOnlyWhatIsSmallIsKept() {
    for (int i = 0; i < 12; i++) {
      memory.remember(suspect("Mean"), "check " + i, failed(50_000));
    }

    assertThat(memory.of(suspect("Mean"), "check 8")).isPresent();
    assertThat(memory.of(suspect("Mean"), "check 9")).isEmpty();
    memory.remember(suspect("Mean"), "small", failed(10));
    assertThat(memory.of(suspect("Mean"), "small")).isPresent();
  }

  @Test
  void theSameResultTwiceTakesItsMemoryOnce() {
    for (int i = 0; i < 12; i++) {
      memory.remember(suspect("Mean"), "one", failed(50_000));
    }
    memory.remember(suspect("Mean"), "two", failed(50_000));

    assertThat(memory.of(suspect("Mean"), "two")).isPresent();
  }

  private static Observation.Failed failed(int values) {
    return new Observation.Failed(
        new Evidence(
            1,
            "the values",
            Compared.list(Collections.nCopies(values, 1.5), List.of(2.5), Tolerance.DEFAULT, true)),
        Map.of("rows", "7"),
        Optional.of(new Cause("named", "The check knows.")));
  }

  private static Suspect suspect(String name) {
    return new Suspect.Known(new AnswerInfo(name, 1, "diagnosis", "Words."));
  }
}
