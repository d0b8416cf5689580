package dev.kindling.tracking.runs;

import dev.kindling.tracking.experiments.ArtifactLocation;
import dev.kindling.tracking.experiments.Experiment;
import dev.kindling.tracking.experiments.ExperimentId;
import dev.kindling.tracking.experiments.ExperimentRows;
import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.TrackingException;
import dev.kindling.tracking.store.Database;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes, reads, changes, deletes and restores runs. */
public final class RunStore {

  private final Database database;
  private final LongSupplier clock;
  private final Supplier<String> ids;
  private final RandomGenerator random;

  /**
   * Opens the runs of a database.
   *
   * @param clock the time in epoch milliseconds
   * @param ids makes the ids of new runs
   * @param random chooses the words of names
   */
  public RunStore(
      Database database, LongSupplier clock, Supplier<String> ids, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
    this.random = random;
  }

  /**
   * Makes a run, which is running from now on.
   *
   * @param name empty for the name in the tags, or for a made-up one
   * @param startTime in epoch milliseconds
   */
  public Run create(
      long experimentId, String userId, long startTime, String name, List<KeyValue> tags) {
    Set<String> keys = new HashSet<>();
    tags.stream()
        .filter(tag -> !keys.add(tag.key()))
        .findFirst()
        .ifPresent(
            tag -> {
              throw TrackingException.twice(tag.key());
            });
    return database.write(
        handle -> {
          Experiment experiment =
              new ExperimentRows(handle)
                  .find(experimentId)
                  .orElseThrow(() -> ExperimentId.unknown(experimentId));
          experiment.requireActive();
          String id = ids.get();
          String runName = RunName.of(name, tags, random);
          RunInfo info =
              new RunInfo(
                  id,
                  experimentId,
                  runName,
                  userId,
                  RunStatus.RUNNING.name(),
                  startTime,
                  null,
                  ArtifactLocation.below(experiment.artifactLocation(), id, "artifacts"),
                  "active");
          new RunRows(handle).insert(info);
          List<KeyValue> all = withName(tags, runName);
          KeyValueRows.tags(handle).put(id, all);
          return new Run(info, List.of(), List.of(), all, List.of());
        });
  }

  private static List<KeyValue> withName(List<KeyValue> tags, String name) {
    List<KeyValue> all = new ArrayList<>(tags);
    KeyValue named = new KeyValue(RunName.TAG, name);
    all.replaceAll(tag -> tag.key().equals(RunName.TAG) ? named : tag);
    if (!all.contains(named)) {
      all.add(named);
    }
    return all;
  }

  /** A run with its details, deleted or not. */
  public Run get(String id) {
    return database.readTogether(
        handle -> new RunDetails(handle).load(List.of(new RunRows(handle).get(id))).get(0));
  }

  /**
   * Changes an active run.
   *
   * @param status null to leave it
   * @param endTime in epoch milliseconds; null to leave it
   * @param name null or empty to leave it
   */
  public RunInfo update(
      String id, @Nullable RunStatus status, @Nullable Long endTime, @Nullable String name) {
    return database.write(
        handle -> {
          RunRows rows = new RunRows(handle);
          RunInfo old = rows.active(id);
          Optional<String> renamed = Optional.ofNullable(name).filter(given -> !given.isEmpty());
          RunInfo info =
              new RunInfo(
                  id,
                  old.experimentId(),
                  renamed.orElse(old.name()),
                  old.userId(),
                  status == null ? old.status() : status.name(),
                  old.startTime(),
                  endTime == null ? old.endTime() : endTime,
                  old.artifactUri(),
                  old.lifecycleStage());
          rows.update(info);
          renamed.ifPresent(
              given ->
                  KeyValueRows.tags(handle).put(id, List.of(new KeyValue(RunName.TAG, given))));
          return info;
        });
  }

  /** Deletes a run; it can be restored. */
  public void delete(String id) {
    setStage(id, "deleted", clock.getAsLong());
  }

  /** Restores a run. */
  public void restore(String id) {
    setStage(id, "active", null);
  }

  private void setStage(String id, String stage, @Nullable Long deletedTime) {
    database.change(
        handle -> {
          RunRows rows = new RunRows(handle);
          rows.get(id);
          rows.setStage(id, stage, deletedTime);
        });
  }
}
