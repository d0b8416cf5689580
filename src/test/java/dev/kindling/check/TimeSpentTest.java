package dev.kindling.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.DataContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose time passes where a check is. */
class TimeSpentTest {

  /** A contract. */
  public interface Asked {
    TimeSpent now();
  }

  /** An answer that is created where its time passes. */
  public static final class Created implements Asked {

    private final TimeSpent created = here();

    @Override
    public TimeSpent now() {
      return created;
    }
  }

  private static TimeSpent here() {
    return TimeSpent.of(Thread.currentThread().getStackTrace());
  }

  @Test
  void aCallOfTheAnswerIsTheAnswers() {
    assertThat(Answers.wrap(Asked.class, (Asked) TimeSpentTest::here).now())
        .isEqualTo(TimeSpent.ON_THE_ANSWER);
  }

  @Test
  void creatingTheAnswerIsTheAnswers() {
    assertThat(Answers.create(Asked.class, Created.class).now()).isEqualTo(TimeSpent.ON_THE_ANSWER);
  }

  @Test
  void computingOnWhatItReturnedIsTheAnswers() throws Throwable {
    List<TimeSpent> seen = new ArrayList<>();
    CheckScope.run(
        () -> {
          Expect.expect(Expect.compute("it", TimeSpentTest::here)).toBe(TimeSpent.ON_THE_ANSWER);
          seen.add(here());
        });
    assertThat(seen).containsExactly(TimeSpent.ON_THE_CHECK);
  }

  /** A dataset that sees whose time its making is. */
  public static final class Prepared {

    private final TimeSpent making = here();

    public Prepared(DataContext context) {
      assertThat(context).isNotNull();
    }
  }

  @Test
  void makingADatasetIsPreparing(@TempDir Path cache) {
    SparkSession spark = Checking.spark();
    Prepared made =
        (Prepared)
            new Injection(new FixedContext(spark, 1, cache, Created.class)).value(Prepared.class);
    assertThat(made.making).isEqualTo(TimeSpent.ON_PREPARING);
  }
}
