package dev.kindling.bench.tracking;

import dev.kindling.tracking.store.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * A store with one experiment full of finished runs: each with 5 metrics, 5 parameters and 3 tags.
 * Written straight into the file, because clients would take an hour.
 */
final class FilledStore {

  static final String EXPERIMENT = "1";

  private static final int TOGETHER = 5_000;
  private static final long FIRST_START = 1_767_225_600_000L;
  private static final List<String> MODELS = List.of("linear", "tree", "forest", "boosted");

  private final SplittableRandom random = new SplittableRandom(42);

  /** Makes the file. */
  void write(Path file, int runs) {
    try (Database database = Database.open(file)) {
      database.change(FilledStore::experiments);
      for (int first = 0; first < runs; first += TOGETHER) {
        int from = first;
        int to = Math.min(runs, first + TOGETHER);
        database.change(handle -> runs(handle, from, to));
      }
    }
  }

  private static void experiments(Handle handle) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT OR IGNORE INTO experiments (experiment_id, name, artifact_location, lifecycle_stage, creation_time, last_update_time) VALUES (?, ?, ?, 'active', ?, ?)");
    batch.add(0, "Default", "mlflow-artifacts:/0", FIRST_START, FIRST_START);
    batch.add(1, "bench", "mlflow-artifacts:/1", FIRST_START, FIRST_START);
    batch.execute();
  }

  private void runs(Handle handle, int from, int to) {
    PreparedBatch run =
        handle.prepareBatch(
            "INSERT INTO runs (run_uuid, name, source_type, source_name, entry_point_name, user_id, status, start_time, end_time, source_version, lifecycle_stage, artifact_uri, experiment_id) VALUES (?, ?, 'UNKNOWN', '', '', 'bench', 'FINISHED', ?, ?, '', 'active', ?, 1)");
    PreparedBatch metric =
        handle.prepareBatch(
            "INSERT INTO metrics (key, value, timestamp, run_uuid, step, is_nan) VALUES (?, ?, ?, ?, 0, 0)");
    PreparedBatch latest =
        handle.prepareBatch(
            "INSERT INTO latest_metrics (key, value, timestamp, step, is_nan, run_uuid) VALUES (?, ?, ?, 0, 0, ?)");
    PreparedBatch param =
        handle.prepareBatch("INSERT INTO params (key, value, run_uuid) VALUES (?, ?, ?)");
    PreparedBatch tag =
        handle.prepareBatch("INSERT INTO tags (key, value, run_uuid) VALUES (?, ?, ?)");
    for (int i = from; i < to; i++) {
      String id = String.format(Locale.ROOT, "%016x%016x", random.nextLong(), i);
      String name = "run-" + i;
      long start = FIRST_START + i * 1000L;
      run.add(id, name, start, start + 900, "mlflow-artifacts:/1/" + id + "/artifacts");
      for (String key : List.of("rmse", "mae", "r2", "seconds", "rows")) {
        double value = random.nextDouble();
        metric.add(key, value, start, id);
        latest.add(key, value, start, id);
      }
      param.add("model", MODELS.get(random.nextInt(MODELS.size())), id);
      param.add("depth", Integer.toString(random.nextInt(2, 11)), id);
      param.add("trees", Integer.toString(10 * random.nextInt(1, 11)), id);
      param.add("label", "price", id);
      param.add("features", "all", id);
      tag.add("mlflow.runName", name, id);
      tag.add("mlflow.user", "bench", id);
      tag.add("team", "team-" + random.nextInt(20), id);
    }
    for (PreparedBatch batch : List.of(run, metric, latest, param, tag)) {
      batch.execute();
    }
  }
}
