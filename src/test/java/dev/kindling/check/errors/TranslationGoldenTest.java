package dev.kindling.check.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.check.errors.ProvokedErrors.ProvokedError;
import dev.kindling.spark.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real errors of real Spark, each with the translation that a learner reads. After a change of
 * words or of Spark, run with {@code -Dkindling.goldens.rewrite=true} and read the difference.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class TranslationGoldenTest {

  private static final Path GOLDENS =
      Path.of("src/test/resources/dev/kindling/check/errors/golden");

  private final ErrorTranslator translator =
      new ErrorTranslator(name -> name.startsWith("day9.sample."));
  private final List<Rule> rules = Rules.inOrder();
  private final Set<Rule> spoken = Collections.newSetFromMap(new IdentityHashMap<>());
  private int provoked;
  private SparkSession spark;
  @TempDir private static Path scratch;

  @BeforeAll
  void startSpark() throws IOException {
    // Not the temporary folder: the session lives on for the tests that come after this one.
    spark =
        LocalSpark.start(
            Files.createTempDirectory(Path.of("target").toAbsolutePath(), "spark-"), 2);
  }

  @ParameterizedTest
  @MethodSource("dev.kindling.check.errors.ProvokedErrors#all")
  void theTranslationIsTheOneOnFile(ProvokedError error) throws Exception {
    Throwable thrown = error.provoke(spark, scratch);
    provoked++;
    Failure failure = Failure.of(thrown);
    rules.stream().filter(r -> r.advise(failure).isPresent()).findFirst().ifPresent(spoken::add);

    Golden actual = Golden.of(thrown, translator.translate(thrown), scratch);

    Path file = GOLDENS.resolve(error.name() + ".txt");
    if (Golden.REWRITE) {
      Files.createDirectories(GOLDENS);
      Files.writeString(file, actual.text());
    }
    assertThat(file).as("the golden file of %s", error.name()).exists();
    assertThat(actual.text()).isEqualTo(Files.readString(file));
  }

  @Test
  void everyErrorHasAGoldenAndEveryGoldenAnError() throws Exception {
    Set<String> errors = new TreeSet<>(ProvokedErrors.all().map(ProvokedError::name).toList());

    assertThat(errors).hasSizeGreaterThanOrEqualTo(35);
    if (!Golden.REWRITE) {
      assertThat(Golden.names(GOLDENS)).isEqualTo(errors);
    }
  }

  /** A rule that no real error reaches is a guess. Only a whole run can tell. */
  @AfterAll
  void everyRuleSpeaksForARealError() {
    if (provoked == ProvokedErrors.all().count()) {
      Set<Rule> silent = Collections.newSetFromMap(new IdentityHashMap<>());
      silent.addAll(rules);
      silent.removeAll(spoken);
      silent.removeIf(rule -> StoppedSessionIT.RULE.equals(rule.name()));
      assertThat(silent).as("rules that no provoked error reaches").isEmpty();
    }
  }
}
