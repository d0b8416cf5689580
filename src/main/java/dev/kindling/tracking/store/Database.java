package dev.kindling.tracking.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file in MLflow's schema, in write-ahead mode: many read while one writes. A write that
 * has returned is on disk, whatever happens to the process or the machine.
 */
public final class Database implements AutoCloseable {

  private static final int BUSY_MILLIS = 20_000;
  private static final int READERS = 4;

  private final Path file;
  private final HikariDataSource pool;
  private final Jdbi readers;
  private final GroupCommit writer;

  private Database(Path file, HikariDataSource pool, GroupCommit writer) {
    this.file = file;
    this.pool = pool;
    this.readers = Jdbi.create(pool);
    this.writer = writer;
  }

  /**
   * Opens a file; makes it, with its folders, if there is none.
   *
   * @throws StoreException when it is no SQLite file, has another schema or cannot be written
   */
  public static Database open(Path file) {
    Path absolute = file.toAbsolutePath();
    try {
      Files.createDirectories(absolute.getParent());
    } catch (IOException e) {
      throw new StoreException(
          "The folder '%s' for the store cannot be made: name another file, or make its folder writable."
              .formatted(absolute.getParent()),
          e);
    }
    try {
      Handle handle = Jdbi.create(source(absolute)).open();
      try {
        new Schema(absolute).prepare(handle);
      } catch (RuntimeException e) {
        handle.close();
        throw e;
      }
      return new Database(absolute, pool(absolute), new GroupCommit(handle));
    } catch (ConnectionException e) {
      throw unusable(absolute, e);
    } catch (JdbiException e) {
      throw unusable(absolute, e);
    }
  }

  private static StoreException unusable(Path file, Exception e) {
    return new StoreException(
        "The store '%s' cannot be used: it must be a SQLite file in MLflow's schema, in a folder where you may write, on a disk with space left."
            .formatted(file),
        e);
  }

  private static SQLiteDataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.enableCaseSensitiveLike(true);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static HikariDataSource pool(Path file) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source(file));
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(1);
    config.setPoolName("tracking-store");
    config.setConnectionInitSql("PRAGMA query_only = ON");
    return new HikariDataSource(config);
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** Reads, and sees every write that has returned. */
  public <T> T read(Work<T> work) {
    try (Handle handle = readers.open()) {
      return work.with(handle);
    }
  }

  /**
   * Reads several things of one moment: no write comes in between.
   *
   * @throws StoreException when the database cannot be read
   */
  public <T> T readTogether(Work<T> work) {
    return read(handle -> handle.inTransaction(work::with));
  }

  /**
   * Writes, all or nothing; returns when it is on disk. What the work throws is thrown here, and
   * then nothing of it is written.
   */
  public <T> T write(Work<T> work) {
    return writer.write(work);
  }

  /** Writes as {@link #write} does, where nothing comes of it. */
  public void change(Consumer<Handle> work) {
    write(
        handle -> {
          work.accept(handle);
          return handle;
        });
  }

  /** Writes what is waiting, and closes the file. */
  @Override
  public void close() {
    writer.close();
    pool.close();
  }

  static boolean isFull(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && String.valueOf(sql.getMessage()).contains("FULL")) {
        return true;
      }
    }
    return false;
  }
}
