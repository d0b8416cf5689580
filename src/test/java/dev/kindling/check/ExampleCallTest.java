package dev.kindling.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.check.sample.CountMistakes;
import dev.kindling.check.sample.CountSolution;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleCallTest {

  @TempDir Path cache;
  private ExampleCall examples;

  @BeforeEach
  void findExamples() throws ClassNotFoundException {
    examples = new ExampleCall(Class.forName("dev.kindling.check.sample.CountExamples"));
  }

  private FixedContext with(Class<?> answerClass) {
    return new FixedContext(Checking.spark(), 5, cache, answerClass);
  }

  @Test
  void anExampleIsInjectedAsACheckIs() {
    assertThat(examples.call("countsTheNumbers", with(CountSolution.class))).isEqualTo(5L);
  }

  @Test
  void whatTheAnswerThrowsIsThrown() {
    assertThatThrownBy(() -> examples.call("countsTheNumbers", with(CountMistakes.NotBegun.class)))
        .isInstanceOf(TodoError.class);
  }

  @Test
  void whatIsNoExampleIsNotCalled() {
    assertThatIllegalStateException()
        .isThrownBy(() -> examples.call("isNoExample", with(CountSolution.class)))
        .withMessageEndingWith("CountExamples has no example 'isNoExample'.");
  }

  @Test
  void onlyWhatChecksKnowIsInjected() {
    assertThatIllegalStateException()
        .isThrownBy(() -> examples.call("asksForTooMuch", with(CountSolution.class)))
        .withMessageStartingWith("'java.lang.String' cannot be injected");
  }
}
