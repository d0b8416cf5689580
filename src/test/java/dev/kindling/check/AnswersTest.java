package dev.kindling.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AnswersTest {

  @Lab(day = 1, order = 1, title = "A lab", minutes = 1)
  interface SampleLab {

    @Task(
        value = 4,
        points = 100,
        title = "Answer",
        hints = {})
    List<String> names(int count);

    default void nothing() {}

    default String doubled() {
      return names(2).get(0) + names(2).get(0);
    }
  }

  /** What a test wants the answer to do. */
  static class Sample implements SampleLab {

    private final Supplier<List<String>> behaviour;

    Sample(Supplier<List<String>> behaviour) {
      this.behaviour = behaviour;
    }

    @Override
    public List<String> names(int count) {
      return behaviour.get();
    }
  }

  static final class WithoutFuss implements SampleLab {
    @Override
    public List<String> names(int count) {
      return List.of("a", "b").subList(0, count);
    }
  }

  static final class Broken implements SampleLab {
    Broken() {
      throw new IllegalStateException("no luck");
    }

    @Override
    public List<String> names(int count) {
      return List.of();
    }
  }

  static final class BrokenClass implements SampleLab {
    static final int NUMBER = Integer.parseInt("seven");

    @Override
    public List<String> names(int count) {
      return List.of();
    }
  }

  abstract static class Unfinished implements SampleLab {}

  private static SampleLab answer(Supplier<List<String>> behaviour) {
    return Answers.wrap(SampleLab.class, new Sample(behaviour));
  }

  private static AnswerError errorOf(Supplier<List<String>> behaviour) {
    return catchThrowableOfType(AnswerError.class, () -> answer(behaviour).names(1));
  }

  private static AnswerError creationErrorOf(Class<?> type) {
    return catchThrowableOfType(AnswerError.class, () -> Answers.create(SampleLab.class, type));
  }

  private static <T> Supplier<T> throwing(Throwable thrown) {
    return () -> {
      throw AnswerCode.rethrow(thrown);
    };
  }

  @Test
  void resultsPassThrough() {
    SampleLab lab = Answers.create(SampleLab.class, WithoutFuss.class);
    assertThat(lab.names(2)).containsExactly("a", "b");
    assertThat(lab.doubled()).isEqualTo("aa");
    lab.nothing();
    Object itself = lab;
    assertThat(lab).isEqualTo(itself).hasSameHashCodeAs(itself);
    assertThat(lab).isNotEqualTo(Answers.create(SampleLab.class, WithoutFuss.class));
    assertThat(lab.toString()).contains("WithoutFuss");
  }

  @Test
  void whatAnAnswerThrowsIsWrappedWithItsTask() {
    IllegalArgumentException thrown = new IllegalArgumentException("no column 'x'\nand more");
    AnswerError error = errorOf(throwing(thrown));
    assertThat(error).hasMessage("'names' threw IllegalArgumentException: no column 'x'");
    assertThat(error.getCause()).isSameAs(thrown);
    assertThat(error.method()).contains("names");
    assertThat(error.task()).isEqualTo(4);
    assertThat(errorOf(throwing(new AssertionError("theirs")))).isNotNull();
    assertThat(errorOf(throwing(new NoClassDefFoundError("gone")))).isNotNull();
    assertThat(errorOf(throwing(new NullPointerException())))
        .hasMessage("'names' threw NullPointerException.");
  }

  @Test
  void aTodoIsNoFailure() {
    AnswerError error = errorOf(throwing(new UnsupportedOperationException("TODO 4: names")));
    assertThat(error)
        .isInstanceOf(TodoError.class)
        .hasMessage("'names' is still to do: TODO 4: names");
    assertThat(error.task()).isEqualTo(4);
    assertThat(errorOf(throwing(new UnsupportedOperationException())))
        .isNotInstanceOf(TodoError.class);
    assertThat(errorOf(throwing(new IllegalStateException("TODO"))))
        .isNotInstanceOf(TodoError.class);
  }

  @Test
  void nullIsNoResult() {
    assertThat(errorOf(() -> null))
        .hasMessage("'names' returned null: return the List<String> it asks for.")
        .hasNoCause();
  }

  @Test
  void endlessRecursionIsTheAnswersError() {
    assertThat(errorOf(throwing(new StackOverflowError())))
        .hasMessage("'names' calls itself for ever, until the stack is full.");
  }

  @Test
  void troubleOfTheMachinePassesThrough() {
    OutOfMemoryError memory = new OutOfMemoryError();
    assertThat(catchThrowable(() -> answer(throwing(memory)).names(1))).isSameAs(memory);
    ThreadDeath death = new ThreadDeath();
    assertThat(catchThrowable(() -> answer(throwing(death)).names(1))).isSameAs(death);
    // Java wraps a checked exception that the contract does not declare; the check's end unwraps
    // it.
    assertThat(
            Checking.thrownBy(
                () -> answer(throwing(new InterruptedException())).names(1),
                InterruptedException.class))
        .isNotNull();
  }

  @Test
  void anErrorOfAnInnerCallIsNotWrappedTwice() {
    SampleLab inner = answer(() -> null);
    AnswerError error = errorOf(() -> inner.names(1));
    assertThat(error).hasMessageStartingWith("'names' returned null");
  }

  @Test
  void anAnswerThatCannotBeCreatedSaysWhy() {
    assertThat(creationErrorOf(Broken.class))
        .hasMessage("Creating Broken failed: IllegalStateException: no luck")
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(creationErrorOf(BrokenClass.class))
        .hasMessageStartingWith("Creating BrokenClass failed: NumberFormatException: ");
    assertThat(creationErrorOf(Unfinished.class))
        .hasMessage("Unfinished is abstract, so it cannot be created: make it an ordinary class.");
    assertThat(creationErrorOf(Sample.class))
        .hasMessageStartingWith("Sample has no constructor without parameters");
    assertThat(creationErrorOf(String.class))
        .hasMessageStartingWith("String does not implement SampleLab");
  }

  @Test
  void aContractIsAnInterface() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Answers.wrap(String.class, "x"))
        .withMessageContaining("a contract is an interface");
    assertThatThrownBy(() -> Answers.wrap(SampleLab.class, new Sample(() -> null)).names(1))
        .isInstanceOf(AnswerError.class);
  }
}
