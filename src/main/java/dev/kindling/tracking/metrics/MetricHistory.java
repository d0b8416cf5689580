package dev.kindling.tracking.metrics;

import dev.kindling.tracking.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads all values that a metric ever had. */
public final class MetricHistory {

  private static final String COLUMNS = "\"key\", value, timestamp, step, is_nan";

  private final Database database;

  public MetricHistory(Database database) {
    this.database = database;
  }

  /**
   * Values of one run, oldest first.
   *
   * @param most how many at most; negative for all
   */
  List<Metric> of(String runId, String key, long most, long offset) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + COLUMNS
                        + " FROM metrics WHERE run_uuid = :run AND \"key\" = :key"
                        + " ORDER BY timestamp, step, value, rowid LIMIT :most OFFSET :offset")
                .bind("run", runId)
                .bind("key", key)
                .bind("most", most)
                .bind("offset", offset)
                .map((row, context) -> MetricRows.read(row))
                .list());
  }

  /** Values of several runs, by run and oldest first. */
  List<RunMetric> of(List<String> runIds, String key, long most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + COLUMNS
                        + ", run_uuid FROM metrics WHERE run_uuid IN (<runs>) AND \"key\" = :key"
                        + " ORDER BY run_uuid, timestamp, step, value, rowid LIMIT :most")
                .bindList("runs", runIds)
                .bind("key", key)
                .bind("most", most)
                .map((row, context) -> new RunMetric(row.getString(6), MetricRows.read(row)))
                .list());
  }

  /** An even sample of each run's values between two steps, the last one always in it. */
  List<RunMetric> sample(List<String> runIds, String key, int most, long first, long last) {
    return database.readTogether(
        handle -> {
          List<RunMetric> sampled = new ArrayList<>();
          for (String runId : runIds) {
            sampleOne(handle, runId, key, most, first, last).stream()
                .map(metric -> new RunMetric(runId, metric))
                .forEach(sampled::add);
          }
          return sampled;
        });
  }

  private static List<Metric> sampleOne(
      Handle handle, String runId, String key, int most, long first, long last) {
    String where =
        " FROM metrics WHERE run_uuid = :run AND \"key\" = :key AND step BETWEEN :first AND :last";
    long count =
        bound(handle.createQuery("SELECT count(*)" + where), runId, key, first, last)
            .mapTo(long.class)
            .one();
    String wanted =
        positions(count, most).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(",", "[", "]"));
    return bound(
            handle.createQuery(
                "SELECT "
                    + COLUMNS
                    + " FROM (SELECT "
                    + COLUMNS
                    + ", row_number() OVER (ORDER BY step, timestamp, value, is_nan) - 1 AS place"
                    + where
                    + ") WHERE place IN (SELECT value FROM json_each(:wanted)) ORDER BY place"),
            runId,
            key,
            first,
            last)
        .bind("wanted", wanted)
        .map((row, context) -> MetricRows.read(row))
        .list();
  }

  private static Query bound(Query query, String runId, String key, long first, long last) {
    return query.bind("run", runId).bind("key", key).bind("first", first).bind("last", last);
  }

  /**
   * Which of {@code count} values are shown: the first of each of {@code most} parts that are as
   * even as can be, longer parts first; of the last part its last one.
   */
  static SortedSet<Long> positions(long count, int most) {
    SortedSet<Long> positions = new TreeSet<>();
    long parts = Math.min(count, most);
    for (long part = 0; part < parts; part++) {
      positions.add(
          part == parts - 1 ? count - 1 : part * (count / parts) + Math.min(part, count % parts));
    }
    return positions;
  }
}
