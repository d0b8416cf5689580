package dev.kindling.tracking.experiments;

import dev.kindling.tracking.protocol.ErrorCode;
import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.Lengths;
import dev.kindling.tracking.protocol.TrackingException;
import dev.kindling.tracking.store.Database;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** What can be done with experiments. */
public final class ExperimentStore {

  private static final int LONGEST_NAME = 500;

  private final Database database;
  private final LongSupplier clock;

  /**
   * Opens the experiments of a database.
   *
   * @param clock the time in epoch milliseconds
   */
  public ExperimentStore(Database database, LongSupplier clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Makes the experiment {@code Default} when there is none at all. */
  public void makeDefault() {
    database.change(
        handle -> {
          ExperimentRows rows = new ExperimentRows(handle);
          if (!rows.any()) {
            rows.insert(0, "Default", "mlflow-artifacts:/0", clock.getAsLong());
          }
        });
  }

  /**
   * Makes an experiment.
   *
   * @param location where its artifacts go; empty for this server's own storage
   * @return its number
   */
  public long create(String name, String location, List<KeyValue> tags) {
    checkName(name);
    String checked = location.isEmpty() ? "" : ArtifactLocation.checked(location);
    Set<String> keys = new HashSet<>();
    for (KeyValue tag : tags) {
      ExperimentTags.check(tag);
      if (!keys.add(tag.key())) {
        throw new TrackingException(
            ErrorCode.RESOURCE_ALREADY_EXISTS,
            "Experiment(name=%s) cannot have the tag '%s' twice: send each key once."
                .formatted(name, tag.key()));
      }
    }
    return database.write(
        handle -> {
          ExperimentRows rows = new ExperimentRows(handle);
          if (rows.find(name).isPresent()) {
            throw exists(ErrorCode.RESOURCE_ALREADY_EXISTS, name);
          }
          long id = rows.next();
          rows.insert(
              id, name, checked.isEmpty() ? "mlflow-artifacts:/" + id : checked, clock.getAsLong());
          tags.forEach(tag -> rows.setTag(id, tag));
          return id;
        });
  }

  /** An experiment with its tags, deleted or not. */
  public Experiment get(long id) {
    return database
        .readTogether(handle -> loaded(new ExperimentRows(handle), id))
        .orElseThrow(() -> ExperimentId.unknown(id));
  }

  private static Optional<Experiment> loaded(ExperimentRows rows, long id) {
    return rows.find(id).map(found -> rows.withTags(List.of(found)).get(0));
  }

  /** An experiment with its tags, deleted or not. */
  public Experiment get(String name) {
    return database
        .readTogether(
            handle -> {
              ExperimentRows rows = new ExperimentRows(handle);
              return rows.find(name).map(found -> rows.withTags(List.of(found)).get(0));
            })
        .orElseThrow(
            () -> TrackingException.missing("Could not find experiment with name '%s'", name));
  }

  /** Deletes an active experiment, and its runs with it; both can be restored. */
  public void delete(long id) {
    changeStage(id, "active", "deleted");
  }

  /** Restores a deleted experiment and all its runs. */
  public void restore(long id) {
    changeStage(id, "deleted", "active");
  }

  private void changeStage(long id, String from, String to) {
    database.change(
        handle -> {
          ExperimentRows rows = new ExperimentRows(handle);
          if (rows.find(id).filter(found -> from.equals(found.lifecycleStage())).isEmpty()) {
            throw ExperimentId.unknown(id);
          }
          rows.setStage(id, to, clock.getAsLong());
        });
  }

  /** Gives an active experiment another name. */
  public void rename(long id, String name) {
    checkName(name);
    database.change(
        handle -> {
          ExperimentRows rows = new ExperimentRows(handle);
          Experiment found = rows.find(id).orElseThrow(() -> ExperimentId.unknown(id));
          if (!found.isActive()) {
            throw new TrackingException(
                ErrorCode.INVALID_STATE, "Cannot rename a non-active experiment.");
          }
          if (rows.find(name).filter(other -> other.id() != id).isPresent()) {
            throw exists(ErrorCode.BAD_REQUEST, name);
          }
          rows.rename(id, name, clock.getAsLong());
        });
  }

  /** Sets a tag of an active experiment. */
  public void setTag(long id, KeyValue tag) {
    ExperimentTags.check(tag);
    database.change(
        handle -> {
          active(new ExperimentRows(handle), id).setTag(id, tag);
        });
  }

  /** Removes a tag of an active experiment. */
  public void deleteTag(long id, String key) {
    database.change(
        handle -> {
          if (!active(new ExperimentRows(handle), id).deleteTag(id, key)) {
            throw TrackingException.missing(
                "No tag with name: %s in experiment with id %d", key, id);
          }
        });
  }

  private static ExperimentRows active(ExperimentRows rows, long id) {
    rows.find(id).orElseThrow(() -> ExperimentId.unknown(id)).requireActive();
    return rows;
  }

  private static void checkName(String name) {
    Lengths.check("name", LONGEST_NAME, name);
  }

  private static TrackingException exists(ErrorCode code, String name) {
    return new TrackingException(code, "Experiment(name=%s) already exists.".formatted(name));
  }
}
