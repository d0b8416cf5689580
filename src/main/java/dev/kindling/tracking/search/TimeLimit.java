package dev.kindling.tracking.search;

import dev.kindling.tracking.protocol.TrackingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementException;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * Stops a query that takes too long: a pattern can be so hard to compare that one search over many
 * runs would keep a reader for an hour.
 */
record TimeLimit(Duration most) {

  /** How many steps of SQLite lie between two looks at the clock; a row is some ten of them. */
  private static final int STEPS = 100;

  /**
   * Runs a query.
   *
   * @throws TrackingException when it was stopped
   */
  <T> T run(Handle handle, Supplier<T> query) {
    long end = System.nanoTime() + most.toNanos();
    try {
      Connection connection = handle.getConnection().unwrap(SQLiteConnection.class);
      ProgressHandler.setHandler(connection, STEPS, new Clock(end));
      try {
        return query.get();
      } catch (StatementException e) {
        throw isStopped(e) ? stopped() : e;
      } finally {
        ProgressHandler.clearHandler(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The time of a search cannot be limited.", e);
    }
  }

  private static boolean isStopped(StatementException e) {
    return e.getCause() instanceof SQLException sql
        && (sql.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_INTERRUPT.code;
  }

  private TrackingException stopped() {
    return TrackingException.invalid(
        "The search was stopped after %d seconds: search fewer experiments, or use a simpler pattern.",
        most.toSeconds());
  }

  /** Says stop when the time is over. */
  private static final class Clock extends ProgressHandler {
    private final long end;

    Clock(long end) {
      this.end = end;
    }

    @Override
    protected int progress() {
      return System.nanoTime() - end > 0 ? 1 : 0;
    }
  }
}
