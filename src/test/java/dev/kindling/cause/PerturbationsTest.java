package dev.kindling.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Which changes fit what a task takes, and what they make of its arguments. */
final class PerturbationsTest {

  /** Tasks of a lab. */
  @SuppressWarnings("unused") // asked for by reflection
  interface Tasks {
    Object frames(Dataset<Row> trainDf, Dataset<Row> testDf);

    Object names(List<String> columns, String label, String city);

    Object numbers(double share, int k, long seed, boolean keep);

    Object pair(String from, String to);
  }

  @Test
  void aFrameLosesRowsAndTakesThoseOfAnother() {
    assertThat(ids("frames"))
        .contains("other-rows-joined", "other-rows-instead", "null-rows-dropped", "first-rows");
  }

  @Test
  void namesComeInAnotherOrderAndTheLabelAmongThem() {
    List<List<Object>> changed = changed("names", List.of("b", "c", "a"), "label", "Bern");

    assertThat(changed)
        .contains(
            List.of(List.of("a", "c", "b"), "label", "Bern"),
            List.of(List.of("a", "b", "c"), "label", "Bern"),
            List.of(List.of("b", "c"), "label", "Bern"),
            List.of(List.of("c", "a"), "label", "Bern"),
            List.of(List.of("b", "c", "a", "label"), "label", "Bern"));
    assertThat(changed)
        .as("a text that is no label does not come among columns")
        .noneMatch(arguments -> arguments.get(0).toString().contains("Bern"));
  }

  @Test
  void numbersAreWrittenDownOffByOneOrTurnedRound() {
    List<List<Object>> changed = changed("numbers", 0.25, 3, 77L, true);

    assertThat(changed)
        .contains(
            List.of(0.5, 3, 77L, true),
            List.of(0.125, 3, 77L, true),
            List.of(0.25, 4, 77L, true),
            List.of(0.25, 2, 77L, true),
            List.of(0.25, 3, 42L, true),
            List.of(0.25, 3, 77L, false));
  }

  @Test
  void twoArgumentsOfOneTypeAreSwapped() {
    assertThat(changed("pair", "x", "y")).contains(List.of("y", "x"));
  }

  @Test
  void theArgumentsThemselvesStayAsTheyAre() {
    Object[] arguments = {List.of("b", "c", "a"), "label", "Bern"};
    for (Perturbation perturbation : perturbations("names")) {
      assertThat(perturbation.change().apply(arguments.clone())).hasSameSizeAs(arguments);
    }
    assertThat(arguments).containsExactly(List.of("b", "c", "a"), "label", "Bern");
  }

  @Test
  void everyChangeHasAKeyOfItsOwnAndTwoSentences() {
    for (Method task : Tasks.class.getMethods()) {
      List<Perturbation> all = Perturbations.of(task);
      assertThat(all).isNotEmpty();
      assertThat(all.stream().map(Perturbation::key)).doesNotHaveDuplicates();
      assertThat(all)
          .allSatisfy(
              perturbation ->
                  assertThat(perturbation.cause().text())
                      .startsWith("Your result is exactly what the right code gives when ")
                      .endsWith("."));
    }
  }

  private static Set<String> ids(String task) {
    return perturbations(task).stream()
        .map(Perturbation::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<List<Object>> changed(String task, Object... arguments) {
    return perturbations(task).stream()
        .map(perturbation -> Arrays.asList(perturbation.change().apply(arguments.clone())))
        .toList();
  }

  private static List<Perturbation> perturbations(String task) {
    return Arrays.stream(Tasks.class.getMethods())
        .filter(method -> method.getName().equals(task))
        .findFirst()
        .map(Perturbations::of)
        .orElseThrow();
  }
}
