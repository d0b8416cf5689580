package dev.kindling.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.compile.LabKit;
import dev.kindling.workbench.Home;
import dev.kindling.workbench.Labs;
import dev.kindling.workbench.SampleCheckout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is changed of a solution, where it stands, and whose task it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MutantMakerTest {

  private static final String SOLUTION =
      """
      package day9.sample;

      import static org.apache.spark.sql.functions.*;

      import java.io.StringReader;
      import java.util.*;
      import java.util.function.*;
      import org.apache.spark.ml.feature.StandardScaler;
      import org.apache.spark.ml.regression.LinearRegression;
      import org.apache.spark.sql.*;

      public class SampleSolution implements SampleLab {

        static final long FIRST = Long.parseLong("3") + 4;
        static final Comparator<String> BY_LENGTH = Comparator.comparingInt(s -> s.length() + 5);

        @Override
        public long rows(Dataset<Row> frame) {
          long sum = FIRST;
          for (String column : frame.columns()) {
            sum += column.length();
          }
          try (StringReader reader = new StringReader("x")) {
            sum += 1;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          } finally {
            System.gc();
          }
          return wanted(frame).count() + sum;
        }

        @Override
        public Dataset<Row> doubled(Dataset<Row> frame) {
          StandardScaler scaler =
              new StandardScaler()
                  .setInputCol("features")
                  .setWithMean(true)
                  .setWithStd(false);
          new LinearRegression().setLabelCol("price").setMaxIter(10).fit(frame);
          asked(frame.sparkSession()).count();
          List<String> names = new ArrayList<>(List.of("a", "b"));
          names.sort(BY_LENGTH);
          names.add("c");
          String joined = "%s-%s".formatted("x", "y") + Optional.of(names).map(List::size).get();
          return wanted(frame).na().drop().select(col("id"), lit(joined), lit(new Doubler().apply(2)));
        }

        @Override
        public long total(Dataset<Row> doubled) {
          if (doubled.isEmpty()) {
            return 0;
          }
          try (StringReader reader = new StringReader("x")) {
            if (doubled.isStreaming()) {
              return 0;
            }
          }
          boolean many = doubled.filter("a").filter("b").count() > 100;
          return many ? 1 : 2;
        }

        private static Dataset<Row> wanted(Dataset<Row> frame) {
          return frame.filter(col("id").gt(0).and(col("id").lt(1000)));
        }

        static Dataset<Row> asked(SparkSession spark) {
          return spark.sql(
      """
          + "\"\"\""
          + """

              SELECT min(price) AS least
              FROM homes LEFT JOIN towns ON homes.town <=> towns.town AND rooms >= 3
              ORDER BY least DESC
      """
          + "\"\"\""
          + """
        );
        }

        static long neverCalled(long value) {
          return value * 77;
        }

        static final class Doubler implements UnaryOperator<Integer> {
          @Override
          public Integer apply(Integer value) {
            return value * 88;
          }
        }
      }
      """;

  private List<Mutant> mutants;

  @BeforeAll
  void make(@TempDir Path root) throws Exception {
    SampleCheckout checkout = new SampleCheckout(root);
    Path solutions = root.resolve("solutions/day9/sample");
    Files.writeString(solutions.resolve("SampleSolution.java"), SOLUTION);
    try (Labs labs = new Labs(checkout.home())) {
      LabKit kit = labs.kit("day9/sample");
      mutants = new MutantMaker(Home.workerClassPath()).of(kit, labs.solutionClasses(kit));
    }
    assertThat(mutants).hasSizeGreaterThan(30);
  }

  /** The changes on the one line that holds a text. */
  private Set<String> changes(String text) {
    Set<String> found = new TreeSet<>();
    for (Mutant mutant : mutants) {
      if (mutant.text().contains(text)) {
        found.add(mutant.change());
        assertThat(SOLUTION.lines().toList().get(mutant.line() - 1).strip())
            .isEqualTo(mutant.text());
      }
    }
    return found;
  }

  private Set<Integer> tasks(String text) {
    Set<Integer> tasks = new TreeSet<>();
    mutants.stream()
        .filter(mutant -> mutant.text().contains(text))
        .forEach(mutant -> tasks.addAll(mutant.tasks()));
    return tasks;
  }

  @Test
  void aFluentCallIsLeftOutAlsoWhereASupertypeIsDeclared() {
    assertThat(changes("setLabelCol"))
        .contains("removed call to setLabelCol", "removed call to setMaxIter");
  }

  @Test
  void theFillingOfGapsIsLeftOutThoughItsReceiverIsNoFrame() {
    assertThat(changes(".na().drop()")).contains("removed call to drop", "removed call to select");
  }

  @Test
  void comparisonsOfColumnsAreTurned() {
    assertThat(changes("col(\"id\").gt(0)"))
        .contains("replaced gt with geq", "replaced lt with leq", "replaced and with or")
        .contains("removed call to filter", "replaced call to and with argument");
  }

  @Test
  void conditionsAndNumbersOfJavaAreChanged() {
    assertThat(changes("if (doubled.isEmpty())"))
        .contains("negated conditional", "replaced result of isEmpty with false");
    assertThat(changes("count() > 100"))
        .contains("changed conditional boundary", "negated conditional")
        .contains("substituted 100 with 101");
    assertThat(changes("return wanted(frame).count() + sum"))
        .contains("replaced long addition with subtraction", "replaced result of count with 0");
  }

  @Test
  void aQueryIsChangedAtTheLineOfThePlace() {
    assertThat(changes("SELECT min(price)")).containsExactly("replaced min with max");
    assertThat(changes("LEFT JOIN"))
        .containsExactly(
            "replaced 3 with 4",
            "replaced <=> with =",
            "replaced >= with >",
            "replaced AND with OR",
            "replaced LEFT JOIN with JOIN");
    assertThat(changes("ORDER BY least")).containsExactly("replaced DESC with ASC");
    assertThat(tasks("ORDER BY least")).containsExactly(2);
  }

  @Test
  void aConstantIsToldAtTheLineThatHoldsIt() {
    assertThat(changes(".setWithMean(true)"))
        .containsExactly("removed call to setWithMean", "replaced true with false");
    assertThat(changes(".setWithStd(false)"))
        .containsExactly("removed call to setWithStd", "replaced false with true");
  }

  @Test
  void whatIsThrownAwayIsLeftOutOnce() {
    assertThat(changes("names.add(\"c\")")).containsExactly("removed call to add");
  }

  @Test
  void codeOfTheCompilersIsLeftAlone() {
    assertThat(changes("for (String column")).noneMatch(change -> change.contains("length"));
    assertThat(changes("try (StringReader")).isEmpty();
    assertThat(changes("System.gc()")).containsExactly("removed call to gc");
    assertThat(changes("formatted"))
        .noneMatch(change -> change.startsWith("substituted") || change.contains("valueOf"));
    assertThat(mutants)
        .extracting(Mutant::change)
        .noneMatch(change -> change.matches(".*(requireNonNull|addSuppressed|iterator|close).*"));
  }

  @Test
  void aValueIsNotReplacedByItself() {
    assertThat(changes("return 0;")).containsExactly("substituted 0 with 1");
  }

  @Test
  void aMutantBelongsToTheTasksThatReachIt() {
    assertThat(tasks("col(\"id\").gt(0)")).containsExactly(1, 2);
    assertThat(tasks("count() > 100")).containsExactly(3);
    assertThat(tasks("value * 88")).containsExactly(2);
    assertThat(tasks("value * 77")).isEmpty();
  }

  @Test
  void aConstantOfTheClassBelongsToTheTasksThatReadIt() {
    assertThat(changes("long FIRST")).contains("replaced long addition with subtraction");
    assertThat(tasks("long FIRST")).containsExactly(1);
    assertThat(changes("BY_LENGTH =")).contains("replaced integer addition with subtraction");
    assertThat(tasks("BY_LENGTH =")).containsExactly(2);
  }

  @Test
  void changesThatReadTheSameAreNumbered() {
    assertThat(changes("boolean many ="))
        .contains("removed call to filter (1 of 2)", "removed call to filter (2 of 2)")
        .doesNotContain("removed call to filter");
    assertThat(mutants)
        .extracting(mutant -> mutant.line() + mutant.change())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyMutantIsAnotherClass() {
    assertThat(mutants)
        .extracting(mutant -> java.util.Arrays.hashCode(mutant.code()))
        .doesNotHaveDuplicates();
  }
}
