package dev.kindling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches terminals, pipes, and terminals of another kind. */
final class OutputTest {

  @TempDir private Path root;

  private CommandRun graded(CommandRun run) {
    run.run("start", "imputation");
    run.engine.service.events.addAll(Results.events(Results.mixed()));
    run.run("grade", "imputation");
    return run;
  }

  @Test
  void aTerminalGetsColoursAndAStatusLine() {
    CommandRun run = graded(new CommandRun(root).onTerminal());

    assertThat(run.raw()).contains("\u001b[31m✗", "starting Spark", CommandRun.ERASE);
    assertThat(run.out()).doesNotContain("starting Spark");
  }

  @Test
  void noColorTurnsColoursOffButKeepsTheStatusLine() {
    CommandRun run = graded(new CommandRun(root).onTerminal().with("NO_COLOR", "1"));

    assertThat(run.raw().replace(CommandRun.ERASE, "")).doesNotContain("\u001b");
    assertThat(run.raw()).contains("starting Spark");
  }

  @Test
  void anEmptyNoColorMeansNothing() {
    CommandRun run = graded(new CommandRun(root).onTerminal().with("NO_COLOR", ""));

    assertThat(run.raw()).contains("\u001b[31m");
  }

  @Test
  void aPipeGetsPlainLinesWithoutProgress() {
    CommandRun run = graded(new CommandRun(root));

    assertThat(run.raw()).doesNotContain("\u001b", "\r", "starting Spark").contains("✗ 2");
  }

  @Test
  void aDumbTerminalGetsPlainLines() {
    CommandRun run = graded(new CommandRun(root).onTerminal().with("TERM", "dumb"));

    assertThat(run.raw()).doesNotContain("\u001b", "\r");
  }

  @Test
  void aTerminalWithoutUtf8GetsAsciiMarks() {
    CommandRun run = graded(new CommandRun(root).in(StandardCharsets.US_ASCII));

    assertThat(run.raw()).contains("+ 1 Count", "x 2 Mark", "o 4 Fill").doesNotContain("?");
  }

  @Test
  void pathsAreRelativeToWhereTheUserIs() throws Exception {
    CommandRun run = new CommandRun(root).from(root.resolve("work"));
    assertThat(graded(run).out()).contains(" day2/imputation/Imputation.java:47\n");

    run.from(root.getParent());
    assertThat(graded(run).out())
        .contains(" " + root.getFileName() + "/work/day2/imputation/Imputation.java:47\n");

    run.from(Files.createDirectories(root.resolve("labs")));
    assertThat(graded(run).out())
        .contains(" " + root.resolve("work/day2/imputation/Imputation.java") + ":47\n");
  }

  @Test
  void textOfTheLearnersCodeCannotCommandTheTerminal() {
    CommandRun run = new CommandRun(root);
    run.run("start", "imputation");
    run.engine.service.shown = Results.shown();

    run.run("run", "imputation");

    assertThat(run.raw()).contains("Cafe", "here 1").doesNotContain("\u001b", "\u0007", "\t");
  }

  @Test
  void oneMessageOfTwoChecksIsShownOnce() {
    String out = graded(new CommandRun(root)).out();

    assertThat(out.split("These are means", -1)).hasSize(2);
    assertThat(out).contains("Works with other rows (10 points)");
  }

  @Test
  void theFirstPassIsPraisedAndTheSecondIsNot() {
    CommandRun run = new CommandRun(root);
    run.run("start", "imputation");
    run.engine.service.events.addAll(Results.events(Results.passed()));

    run.run("grade", "imputation");
    assertThat(run.out()).contains("Well done", "Missing value imputation", "Next: ./lab start");
    run.engine.progress().judged(Results.passed(), "hash");
    run.run("grade", "imputation");
    assertThat(run.out()).doesNotContain("Well done").contains("Next: ./lab start");
  }
}
