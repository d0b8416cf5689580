package dev.kindling.tracking.search;

import dev.kindling.tracking.store.Database;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Fills a store with many runs of one experiment, each with 5 metrics, 5 parameters and 3 tags, by
 * SQL alone. What a run has follows from its number, so that a test knows what a search must find.
 *
 * @param count how many runs; not divisible by 7919, 7001 or 31
 */
record ManyRuns(int count) {

  static final String EXPERIMENT = "7";

  private static final List<String> TAGS = List.of("mlflow.runName", "mlflow.user", "team");

  /** Ids in no order, as real ones are. */
  private static final String ID = "printf('%08x%024x', (i * 2654435761) % 4294967296, i)";

  /** The id of a run. */
  static String id(long number) {
    return "%08x%024x".formatted((number * 2654435761L) % 4294967296L, number);
  }

  /** When a run started. */
  long start(long number) {
    return 1_700_000_000_000L + number * 7919 % count * 1000;
  }

  /** The metric {@code m0} of a run: each value from 0 to below 1 once. */
  double metric(long number) {
    return (double) (number * 7001 % count) / count;
  }

  /** The parameter {@code p0} of a run: one of fifty. */
  static String parameter(long number) {
    return "v" + number * 31 % 50;
  }

  /** The tag {@code team} of a run: one of twenty. */
  static String team(long number) {
    return "t" + number * 17 % 20;
  }

  void fill(Database database) {
    database.write(
        handle -> {
          handle.execute(
              "INSERT INTO experiments (experiment_id, name, artifact_location, lifecycle_stage,"
                  + " creation_time, last_update_time)"
                  + " VALUES (7, 'many runs', 'mlflow-artifacts:/7', 'active', 0, 0)");
          insert(
              handle,
              "runs (run_uuid, name, source_type, source_name, entry_point_name, user_id, status,"
                  + " start_time, end_time, source_version, lifecycle_stage, artifact_uri,"
                  + " experiment_id)",
              ID
                  + ", 'run ' || i, 'UNKNOWN', '', '', 'alpha', 'FINISHED', 1700000000000 + i * 7919 %"
                  + count
                  + " * 1000, 1, '', 'active', 'mlflow-artifacts:/7/' || i, 7");
          for (int k = 0; k < 5; k++) {
            insert(
                handle,
                "latest_metrics (\"key\", value, timestamp, step, is_nan, run_uuid)",
                "'m%d', (i * %d %% %d) / %d.0, 1, 0, 0, %s"
                    .formatted(k, 7001 + 12 * k, count, count, ID));
            insert(
                handle,
                "params (\"key\", value, run_uuid)",
                "'p%d', 'v' || (i * %d %% 50), %s".formatted(k, 31 + k, ID));
          }
          for (int k = 0; k < TAGS.size(); k++) {
            insert(
                handle,
                "tags (\"key\", value, run_uuid)",
                "'%s', 't' || (i * 17 %% 20), %s".formatted(TAGS.get(k), ID));
          }
          return null;
        });
  }

  private void insert(Handle handle, String into, String select) {
    handle.execute(
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
                .formatted(count - 1)
            + " INSERT INTO "
            + into
            + " SELECT "
            + select
            + " FROM n");
  }
}
