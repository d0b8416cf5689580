package dev.kindling.check;

import static dev.kindling.check.Checking.failureOf;
import static dev.kindling.check.Checking.passes;
import static dev.kindling.check.Checking.spark;
import static dev.kindling.check.Checking.thrownBy;
import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static dev.kindling.check.Expect.expectJobs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CheckScopeTest {

  @Test
  void aFailureIsThrownWhenTheNextExpectationBegins() {
    AtomicBoolean reached = new AtomicBoolean();
    CheckFailure failure =
        failureOf(
            () -> {
              expect(1).toBe(2);
              expect(3).toBe(3);
              reached.set(true);
            });
    assertThat(failure.rationale()).contains("to be 2");
    assertThat(reached).isFalse();
  }

  @Test
  void aFailureIsThrownBeforeAnyCallIsCountedOrComputed() {
    AtomicBoolean called = new AtomicBoolean();
    failureOf(
        () -> {
          expect(1).toBe(2);
          expectJobs(spark(), () -> called.getAndSet(true)).toBe(0);
        });
    failureOf(
        () -> {
          expect(1).toBe(2);
          compute("the rest", () -> called.getAndSet(true));
        });
    assertThat(called).isFalse();
  }

  @Test
  void aRememberedFailureWinsOverWhatComesAfterIt() {
    CheckFailure failure =
        failureOf(
            () -> {
              expect(1).toBe(2);
              throw new IllegalStateException("a consequence");
            });
    assertThat(failure.getSuppressed()).singleElement().isInstanceOf(IllegalStateException.class);
  }

  @Test
  void outOfMemoryAndInterruptionWinOverEverything() {
    Throwable error =
        thrownBy(
            () -> {
              expect(1).toBe(2);
              throw new OutOfMemoryError("no heap");
            },
            OutOfMemoryError.class);
    assertThat(error.getSuppressed()).singleElement().isInstanceOf(CheckFailure.class);
    thrownBy(
        () -> {
          expect(1).toBe(2);
          throw new InterruptedException();
        },
        InterruptedException.class);
  }

  @Test
  void whatACheckThrowsIsThrownAsItIs() {
    IllegalStateException thrown = new IllegalStateException("ours");
    assertThat(
            thrownBy(
                () -> {
                  expect(1).toBe(1);
                  throw thrown;
                },
                IllegalStateException.class))
        .isSameAs(thrown);
  }

  @Test
  void aCheckThatComparesNothingDoesNotPass() {
    assertThat(thrownBy(() -> {}, IllegalStateException.class))
        .hasMessageStartingWith("This check compares nothing");
    assertThat(
            thrownBy(
                () -> {
                  expect(1).as("the count");
                  expect(2).toBe(2);
                },
                IllegalStateException.class))
        .hasMessageContaining("say what the count must be");
  }

  @Test
  void nothingIsExpectedOutsideACheck() {
    assertThatIllegalStateException()
        .isThrownBy(() -> expect(1))
        .withMessageContaining("outside a check");
    passes(() -> expect(1).toBe(1));
    assertThatIllegalStateException().isThrownBy(() -> expect(1));
  }

  @Test
  void scopesNest() {
    CheckFailure outer =
        failureOf(
            () -> {
              expect("outer").toBe("wrong");
              failureOf(() -> expect("inner").toBe("wrong"));
              passes(() -> expect(1).toBe(1));
            });
    assertThat(outer.actual()).isEqualTo("'outer'");
  }

  @Test
  void usingAResultIsTheAnswersBusiness() {
    AnswerError error =
        thrownBy(
            () ->
                compute(
                    "the predictions",
                    () -> {
                      throw new IllegalArgumentException("no column");
                    }),
            AnswerError.class);
    assertThat(error)
        .hasMessage("Computing the predictions failed: IllegalArgumentException: no column");
    passes(() -> expect(compute("a number", () -> 3)).toBe(3));
  }
}
