package dev.kindling.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kindling.check.Answers;
import dev.kindling.check.Check;
import dev.kindling.check.CheckContext;
import dev.kindling.check.CheckFailure;
import dev.kindling.check.Expect;
import dev.kindling.lab.Lab;
import dev.kindling.mlflow.TrackingContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckRunnerTest {

  /** A contract that needs no Spark. */
  @Lab(day = 1, order = 1, title = "Words", minutes = 1)
  interface WordsLab {
    String same(String word);
  }

  static final class Shouting implements WordsLab {
    static final List<String> ASKED = new ArrayList<>();

    @Override
    public String same(String word) {
      ASKED.add(word);
      return word.equals("quiet") ? "QUIET" : word;
    }
  }

  static final class WordsChecks {

    @Check(task = 1, points = 1)
    void plain(WordsLab lab) {
      Expect.expect(lab.same("plain")).toBe("plain");
    }

    @Check(
        task = 1,
        points = 1,
        cases = {"loud", "quiet"})
    void eachWord(String word, WordsLab lab) {
      Expect.expect(lab.same(word)).as("the word").toBe(word);
    }

    void noCheck(WordsLab lab) {
      Expect.expect(lab.same("x")).toBe("x");
    }
  }

  private record Context() implements CheckContext {

    @Override
    public SparkSession spark() {
      throw new IllegalStateException("These checks need no Spark.");
    }

    @Override
    public long seed() {
      return 1;
    }

    @Override
    public Path cache() {
      return Path.of("target");
    }

    @Override
    public TrackingContext tracking() {
      throw new IllegalStateException("These checks need no tracking server.");
    }

    @Override
    public Object answer(Class<?> contract) {
      return Answers.create(contract, Shouting.class);
    }
  }

  private final CheckRunner runner = new CheckRunner(WordsChecks.class, new Context());

  @BeforeEach
  void forget() {
    Shouting.ASKED.clear();
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void aCheckWithoutCasesRunsOnce() {
    assertThat(runner.run("plain")).isNull();
    assertThat(Shouting.ASKED).containsExactly("plain");
  }

  @Test
  void oneCaseRunsAndNoOther() {
    assertThat(runner.run("eachWord: loud")).isNull();
    assertThat(Shouting.ASKED).containsExactly("loud");
    assertThat(runner.run("eachWord: quiet"))
        .isInstanceOf(CheckFailure.class)
        .hasMessageContaining("Expected the word to be 'quiet', but it is 'QUIET'.");
    assertThat(Shouting.ASKED).containsExactly("loud", "quiet");
  }

  @Test
  void whatIsNoCheckOrNoCaseIsNeverAPass() {
    for (String name : List.of("nothing", "noCheck", "eachWord: silent", "plain: loud")) {
      assertThatIllegalStateException()
          .isThrownBy(() -> runner.run(name))
          .withMessageEndingWith("WordsChecks has no check '%s'.".formatted(name));
    }
    assertThat(Shouting.ASKED).isEmpty();
  }

  @Test
  void aCheckWithCasesDoesNotRunWithoutOne() {
    assertThatIllegalStateException().isThrownBy(() -> runner.run("eachWord"));
    assertThat(Shouting.ASKED).isEmpty();
  }
}
