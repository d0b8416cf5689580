package dev.kindling.tracking.registry;

import dev.kindling.tracking.protocol.ErrorCode;
import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.Names;
import dev.kindling.tracking.protocol.TrackingException;
import dev.kindling.tracking.store.Database;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What can be done with versions. A version's number is given as text, as clients send it. */
public final class VersionStore {

  private static final String ACTIVE_STAGES =
      "['%s', '%s']".formatted(Stage.STAGING.label(), Stage.PRODUCTION.label());

  private final Database database;
  private final VersionSources sources;
  private final LongSupplier clock;

  /**
   * Opens the versions of a database.
   *
   * @param clock the time in epoch milliseconds
   */
  public VersionStore(Database database, LongSupplier clock) {
    this.database = database;
    this.sources = new VersionSources();
    this.clock = clock;
  }

  /** Makes the next version of a model; of a tag that is given twice, the last value counts. */
  ModelVersion create(NewVersion asked) {
    return database.write(
        handle -> {
          VersionSources.Origin origin = sources.resolve(handle, asked);
          RegistryNames.checkModel(asked.name());
          asked.tags().forEach(RegistryNames::checkVersionTag);
          ModelRows models = new ModelRows(handle);
          models.require(asked.name());
          long now = clock.getAsLong();
          VersionWrites writes = new VersionWrites(handle);
          VersionKey key = new VersionKey(asked.name(), writes.next(asked.name()));
          writes.insert(
              key, asked.from(origin.source(), origin.runId()), origin.storageLocation(), now);
          asked.tags().forEach(tag -> writes.setTag(key, tag));
          models.touch(asked.name(), now);
          return new VersionRows(handle).find(key).orElseThrow();
        });
  }

  /** A version. */
  public ModelVersion get(String name, String version) {
    return database.readTogether(handle -> found(handle, name, version));
  }

  /** Where the files of a version are. */
  public String downloadUri(String name, String version) {
    return get(name, version).downloadUri();
  }

  /**
   * Describes a version anew.
   *
   * @param description null for none
   */
  public ModelVersion update(String name, String version, @Nullable String description) {
    return database.write(
        handle -> {
          VersionKey key = found(handle, name, version).key();
          new VersionWrites(handle).describe(key, description, clock.getAsLong());
          return new VersionRows(handle).find(key).orElseThrow();
        });
  }

  /**
   * Moves a version to a stage.
   *
   * @param archiveOthers whether the versions that are there go to the archive
   */
  public ModelVersion transition(String name, String version, String stage, boolean archiveOthers) {
    Stage to = Stage.of(stage);
    if (archiveOthers && !to.isActive()) {
      throw new TrackingException(
          ErrorCode.INTERNAL_ERROR,
          ("Model version transition cannot archive existing model versions because '%s' is not an"
                  + " Active stage. Valid stages are %s")
              .formatted(stage, ACTIVE_STAGES));
    }
    return database.write(
        handle -> {
          VersionKey key = found(handle, name, version).key();
          VersionWrites writes = new VersionWrites(handle);
          long now = clock.getAsLong();
          if (archiveOthers) {
            writes.archiveOthers(key, to, now);
          }
          writes.setStage(key, to, now);
          new ModelRows(handle).touch(name, now);
          return new VersionRows(handle).find(key).orElseThrow();
        });
  }

  /** Deletes a version and its aliases; its number is not used again. */
  public void delete(String name, String version) {
    database.change(
        handle -> {
          VersionKey key = found(handle, name, version).key();
          long now = clock.getAsLong();
          new AliasRows(handle).deleteOf(key);
          new VersionWrites(handle).delete(key, now);
          new ModelRows(handle).touch(name, now);
        });
  }

  /** Sets a tag. */
  public void setTag(String name, String version, KeyValue tag) {
    RegistryNames.checkModel(name);
    VersionNumber.of(version);
    RegistryNames.checkVersionTag(tag);
    database.change(
        handle -> {
          new VersionWrites(handle).setTag(found(handle, name, version).key(), tag);
        });
  }

  /** Removes a tag, if it is there. */
  public void deleteTag(String name, String version, String key) {
    RegistryNames.checkModel(name);
    VersionNumber.of(version);
    Names.check(key, "key");
    database.change(
        handle -> {
          new VersionWrites(handle).deleteTag(found(handle, name, version).key(), key);
        });
  }

  /** Points an alias to a version, wherever it pointed before. */
  public void setAlias(String name, String alias, String version) {
    RegistryNames.checkModel(name);
    RegistryNames.checkNewAlias(alias);
    database.change(
        handle -> {
          VersionKey key = found(handle, name, version).key();
          new AliasRows(handle).set(name, alias, key.version());
        });
  }

  /** Removes an alias, if it is there. */
  public void deleteAlias(String name, String alias) {
    RegistryNames.checkModel(name);
    RegistryNames.checkAlias(alias);
    database.change(
        handle -> {
          new ModelRows(handle).require(name);
          new AliasRows(handle).delete(name, alias);
        });
  }

  /** The version that an alias points to; {@code latest} is the newest one of all. */
  public ModelVersion byAlias(String name, String alias) {
    RegistryNames.checkModel(name);
    RegistryNames.checkAlias(alias);
    return database.readTogether(handle -> new VersionLookup(handle).byAlias(name, alias));
  }

  private static ModelVersion found(Handle handle, String name, String version) {
    return new VersionLookup(handle).byNumber(name, version);
  }
}
