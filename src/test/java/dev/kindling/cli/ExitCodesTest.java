package dev.kindling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.Surroundings;
import dev.kindling.result.GradeEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExitCodesTest {

  @TempDir private Path root;
  private CommandRun run;

  @BeforeEach
  void start() {
    run = new CommandRun(root);
    run.run("start", "imputation");
  }

  @Test
  void aPassIsZero() {
    run.engine.service.events.addAll(Results.events(Results.passed()));

    assertThat(run.run("grade", "imputation")).isZero();
  }

  @Test
  void aTaskThatFailsIsOne() {
    run.engine.service.events.addAll(Results.events(Results.mixed()));

    assertThat(run.run("grade", "imputation")).isEqualTo(1);
  }

  @Test
  void aFileThatDoesNotCompileIsOne() {
    run.engine.service.events.addAll(Results.events(Results.broken()));

    assertThat(run.run("grade", "imputation")).isEqualTo(1);
    assertThat(run.out()).doesNotContain("Count what is missing").contains("does not compile");
  }

  @Test
  void aLabThatWasNeverStartedIsOneAndNeedsNoService() {
    assertThat(run.run("grade", "udf")).isEqualTo(1);

    assertThat(run.out()).contains("to do", "./lab start udf");
    assertThat(run.engine.connections).isZero();
  }

  @Test
  void oneFailureAmongSeveralLabsIsOne() {
    run.run("start", "frames");
    run.engine.service.events.addAll(Results.events(Results.passed("day1/frames")));

    assertThat(run.run("grade", "frames", "udf")).isEqualTo(1);
  }

  @Test
  void aTypoInALabIsTwoWithTheNearestName() {
    assertThat(run.run("grade", "imputaton")).isEqualTo(2);

    assertThat(run.err()).contains("'imputaton'", "'day2/imputation'");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aTypoInACommandIsTwoWithTheNearestName() {
    assertThat(run.run("gade", "imputation")).isEqualTo(2);

    assertThat(run.err()).contains("no command 'gade'", "did you mean", "'grade'");
  }

  @Test
  void aTypoInAnOptionIsTwoWithTheNearestName() {
    assertThat(run.run("grade", "imputation", "--sed", "7")).isEqualTo(2);

    assertThat(run.err()).contains("no option '--sed'", "'--seed'");
  }

  @Test
  void aMissingLabIsTwoWithTheUsage() {
    assertThat(run.run("start")).isEqualTo(2);

    assertThat(run.err()).contains("'./lab start' needs to know which LAB", "./lab start LAB");
  }

  @Test
  void aSeedThatIsNoNumberIsTwo() {
    assertThat(run.run("grade", "imputation", "--seed", "lucky")).isEqualTo(2);

    assertThat(run.err()).contains("'lucky' is no value for '--seed'", "whole number");
  }

  @Test
  void aWordTooManyIsTwo() {
    assertThat(run.run("stop", "now")).isEqualTo(2);

    assertThat(run.err()).contains("does not know what to do with 'now'");
  }

  @Test
  void anOptionGivenTwiceIsTwo() {
    assertThat(run.run("grade", "imputation", "--seed", "1", "--seed", "2")).isEqualTo(2);

    assertThat(run.err()).contains("'--seed' is given twice");
  }

  @Test
  void aTaskThatTheLabDoesNotHaveIsTwo() {
    assertThat(run.run("hint", "imputation", "9")).isEqualTo(2);

    assertThat(run.err()).contains("no task 9", "1 to 4");
  }

  @Test
  void gradeWithoutALabIsTwo() {
    assertThat(run.run("grade")).isEqualTo(2);

    assertThat(run.err()).contains("Say which lab", "--all");
  }

  @Test
  void anAnswerFileThatIsNotThereIsTwo() {
    assertThat(run.run("grade", "imputation", "--answer", "nowhere.java")).isEqualTo(2);

    assertThat(run.err()).contains("no file 'nowhere.java'");
  }

  @Test
  void aFaultOfTheEnvironmentIsThree() {
    run.engine.service.events.add(new GradeEvent.Fault("Spark cannot start: no memory.", false));

    assertThat(run.run("grade", "imputation")).isEqualTo(3);
    assertThat(run.err()).contains("no memory");
  }

  @Test
  void aServiceThatDiesOnceIsAskedAgain() {
    run.engine.service.events.addAll(Results.events(Results.passed()));
    run.engine.service.deaths.set(1);

    assertThat(run.run("grade", "imputation")).isZero();
    assertThat(run.err()).contains("starting it again");
    assertThat(run.engine.connections).isEqualTo(2);
  }

  @Test
  void aServiceThatDiesTwiceIsThree() {
    run.engine.service.deaths.set(2);

    assertThat(run.run("grade", "imputation")).isEqualTo(3);
    assertThat(run.err()).contains("log");
  }

  @Test
  void aFolderThatIsNoCheckoutIsThree() {
    Surroundings nowhere =
        new Surroundings(
            Map.of(),
            false,
            false,
            StandardCharsets.UTF_8,
            Path.of("/"),
            Optional.empty(),
            "./lab");
    Main main = new Main(Wiring::engine, nowhere, resized -> Optional.empty());
    PrintStream none = new PrintStream(OutputStream.nullOutputStream());

    assertThat(main.run(System.in, none, none, "list")).isEqualTo(3);
  }

  @Test
  void aFaultOfOursIsSeventy() {
    run.engine.service.events.add(new GradeEvent.Fault("A check could not be loaded.", true));

    assertThat(run.run("grade", "imputation")).isEqualTo(70);
    assertThat(run.err()).contains("A check could not be loaded.", "--verbose");
  }

  @Test
  void anUncaughtExceptionIsSeventyWithALogAndNoTrace() throws Exception {
    run.engine.service.bug = new IllegalStateException("The well is dry");

    assertThat(run.run("grade", "imputation")).isEqualTo(70);
    Path log = root.resolve(".kindling/log/lab.log");
    assertThat(run.err())
        .contains("in Kindling itself", "The well is dry", "--verbose to see the trace")
        .contains(log.getFileName().toString())
        .doesNotContain("\tat ");
    assertThat(Files.readString(log)).contains("IllegalStateException", "\tat ");
  }

  @Test
  void verboseShowsTheTrace() {
    run.engine.service.bug = new IllegalStateException("The well is dry");

    assertThat(run.run("--verbose", "grade", "imputation")).isEqualTo(70);
    assertThat(run.err()).contains("\tat dev.kindling").doesNotContain("to see the trace");
  }

  @Test
  void outputThatNobodyReadsEndsTheCommandWithoutAWord() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    assertThat(run.run(new PrintStream(closed), "list")).isEqualTo(141);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void everyExitCodeIsInTheHelp() {
    assertThat(run.run("--help")).isZero();

    assertThat(ExitCode.values()).isNotEmpty();
    for (ExitCode code : ExitCode.values()) {
      assertThat(run.out()).contains(code.code() + " ", code.meaning());
    }
  }
}
