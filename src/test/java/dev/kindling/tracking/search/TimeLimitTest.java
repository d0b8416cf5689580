package dev.kindling.tracking.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.tracking.protocol.TrackingException;
import dev.kindling.tracking.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class TimeLimitTest {

  /** Compares a hard pattern with a long text, row after row. */
  private static final String SLOW =
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
      SELECT count(*) FROM n WHERE printf('%%.*c', 6000, 'a') || i LIKE ?""";

  private static final String HARD = "%" + "_a".repeat(2000) + "b";

  @TempDir private Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("mlflow.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private int count(TimeLimit limit, int rows) {
    return database.readTogether(
        handle ->
            limit.run(
                handle,
                () ->
                    handle.createQuery(SLOW.formatted(rows)).bind(0, HARD).mapTo(int.class).one()));
  }

  @Test
  void aQueryThatTakesTooLongIsStopped() {
    assertThatThrownBy(() -> count(new TimeLimit(Duration.ofSeconds(1)), 10_000_000))
        .isInstanceOf(TrackingException.class)
        .hasMessage(
            "The search was stopped after 1 seconds: search fewer experiments, or use a simpler pattern.");
  }

  /** The control: the same comparison of a few rows is carried out. */
  @Test
  void aQueryThatEndsInTimeIsNot() {
    assertThat(count(new TimeLimit(Duration.ofSeconds(60)), 3)).isZero();
  }

  @Test
  void afterAStopTheReaderIsAsGoodAsNew() {
    for (int i = 0; i < 6; i++) {
      assertThatThrownBy(() -> count(new TimeLimit(Duration.ofMillis(50)), 10_000_000))
          .isInstanceOf(TrackingException.class);
    }

    assertThat(count(new TimeLimit(Duration.ofSeconds(60)), 3)).isZero();
    assertThat(database.<Integer>write(handle -> handle.execute("DELETE FROM tags"))).isZero();
  }

  @Test
  void anErrorOfTheQueryItselfIsNotHidden() {
    assertThatThrownBy(
            () ->
                database.read(
                    handle ->
                        new TimeLimit(Duration.ofSeconds(60))
                            .run(
                                handle,
                                () -> handle.createQuery("SELECT x").mapTo(int.class).one())))
        .isNotInstanceOf(TrackingException.class)
        .hasMessageContaining("no such column");
  }
}
