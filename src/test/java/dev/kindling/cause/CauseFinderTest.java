package dev.kindling.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.check.compare.Compared;
import dev.kindling.check.compare.Evidence;
import dev.kindling.check.compare.Tolerance;
import dev.kindling.lab.AnswerInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is named, and what is not, when a check's evidence is held against known answers. */
final class CauseFinderTest {

  private static final Suspect.Known MEAN = mistake("Mean", "mean", "The mean is {yours}.");
  private static final Suspect.Known LOST = mistake("Lost", "lost", "Rows are lost.");
  private static final Suspect.Changed JOINED =
      new Suspect.Changed(
          new Perturbation(
              "joined", "0+1", "`b` is added to `a`", "Look there.", UnaryOperator.identity()));

  private final Map<String, Observation> world = new HashMap<>();
  private final List<String> replayed = new ArrayList<>();
  private Optional<Cause> relation = Optional.empty();
  private boolean patient = true;

  @Test
  void aMistakeWithTheSameValueAtTheSameStepIsTheCauseInItsOwnWords() throws Exception {
    world.put("Mean one", failed(1, 12.345678));

    assertThat(causes(Map.of("one", failed(1, 12.345678))).get("one"))
        .isEqualTo(new Cause("mean", "The mean is 7."));
  }

  @Test
  void anotherStepIsAnotherMistake() throws Exception {
    world.put("Mean one", failed(2, 12.345678));

    assertThat(causes(Map.of("one", failed(1, 12.345678)))).isEmpty();
  }

  @Test
  void ofTwoMistakesThatFitBothAreTold() throws Exception {
    world.put("Mean one", failed(1, 12.345678));
    world.put("Lost one", failed(1, 12.345678));

    assertThat(causes(Map.of("one", failed(1, 12.345678))).get("one"))
        .isEqualTo(new Cause("mean or lost", "The mean is 7. Or: Rows are lost."));
  }

  @Test
  void ofTwoMistakesThatFitTheOneThatFitsInMoreChecksIsTold() throws Exception {
    world.put("Mean one", failed(1, 12.345678));
    world.put("Lost one", failed(1, 12.345678));
    world.put("Lost two", failed(1, 9.876543));

    assertThat(causes(Map.of("one", failed(1, 12.345678), "two", failed(1, 9.876543))).get("one"))
        .isEqualTo(new Cause("lost", "Rows are lost."));
  }

  @Test
  void aPoorValueIsNamedOnlyWhenAllChecksComeOutTheSame() throws Exception {
    world.put("Mean one", failed(1, true));
    Map<String, Observation> both = Map.of("one", failed(1, true), "two", new Observation.Passed());

    assertThat(causes(both)).isEmpty();
    world.put("Mean two", new Observation.Passed());
    assertThat(causes(both)).containsOnlyKeys("one");
  }

  @Test
  void whatTheCheckItselfRecognisedComesBeforeChangedInputs() throws Exception {
    world.put("0+1 one", failed(1, 12.345678));
    Cause named = new Cause("named", "The check knows.");
    var failed = failed(1, 12.345678);

    assertThat(
            causes(
                    Map.of(
                        "one",
                        new Observation.Failed(
                            failed.evidence(), failed.facts(), Optional.of(named))))
                .get("one"))
        .isEqualTo(named);
    assertThat(replayed).doesNotContain("0+1 one");
  }

  @Test
  void theSolutionOnChangedInputsIsNamedOnlyByARichValue() throws Exception {
    world.put("0+1 one", failed(1, 12.345678));
    assertThat(causes(Map.of("one", failed(1, 12.345678))).get("one").id()).isEqualTo("joined");

    world.put("0+1 two", failed(1, 3));
    assertThat(causes(Map.of("two", failed(1, 3)))).isEmpty();
  }

  @Test
  void aRelationIsAskedForLast() throws Exception {
    relation = Optional.of(new Cause("twice", "It is twice ours."));
    assertThat(causes(Map.of("one", failed(1, 12.345678))).get("one").id()).isEqualTo("twice");

    world.put("0+1 one", failed(1, 12.345678));
    patient = true;
    assertThat(causes(Map.of("two", failed(1, 12.345678))).get("two").id()).isEqualTo("twice");
  }

  @Test
  void whatIsRememberedIsNotRunAgainAndWhatNobodyWaitedForIsNotRemembered() throws Exception {
    Observations memory = new Observations();
    patient = false;
    causes(Map.of("one", failed(1, 12.345678)), memory);
    assertThat(replayed).contains("Mean one").doesNotContain("0+1 one");
    assertThat(memory.settled(MEAN, "one")).isTrue();
    assertThat(memory.settled(JOINED, "one")).isFalse();

    patient = true;
    replayed.clear();
    causes(Map.of("one", failed(1, 12.345678)), memory);
    assertThat(replayed).containsExactly("0+1 one");
  }

  private Map<String, Cause> causes(Map<String, Observation> outcomes) throws Exception {
    return causes(outcomes, new Observations());
  }

  private Map<String, Cause> causes(Map<String, Observation> outcomes, Observations memory)
      throws Exception {
    return new CauseFinder(
            new Suspects(List.of(MEAN, LOST), List.of(JOINED)),
            memory,
            this::replay,
            compared -> relation)
        .find(new Judged(outcomes));
  }

  private Optional<Observation> replay(String check, Suspect suspect) {
    if (!patient && suspect instanceof Suspect.Changed) {
      return Optional.empty();
    }
    String run = suspect.key() + " " + check;
    replayed.add(run);
    return Optional.of(world.getOrDefault(run, new Observation.Unclear()));
  }

  private static Observation.Failed failed(int step, Object value) {
    return new Observation.Failed(
        new Evidence(step, "the value", Compared.value(value, 0.5, Tolerance.DEFAULT)),
        Map.of("yours", "7"),
        Optional.empty());
  }

  private static Suspect.Known mistake(String name, String diagnosis, String says) {
    return new Suspect.Known(new AnswerInfo(name, 1, diagnosis, says));
  }
}
