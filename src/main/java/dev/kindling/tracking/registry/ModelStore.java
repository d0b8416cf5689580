package dev.kindling.tracking.registry;

import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.Names;
import dev.kindling.tracking.protocol.TrackingException;
import dev.kindling.tracking.store.Database;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** What can be done with registered models. */
public final class ModelStore {

  private final Database database;
  private final LongSupplier clock;

  /**
   * Opens the models of a database.
   *
   * @param clock the time in epoch milliseconds
   */
  public ModelStore(Database database, LongSupplier clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Makes a model; of a tag that is given twice, the last value counts. */
  public RegisteredModel create(String name, String description, List<KeyValue> tags) {
    RegistryNames.checkModel(name);
    tags.forEach(RegistryNames::checkModelTag);
    return database.write(
        handle -> {
          ModelRows rows = new ModelRows(handle);
          Optional<RegisteredModel> old = rows.find(name);
          if (old.isPresent()) {
            throw Prompts.taken(name, Prompts.hasTag(old.get().tags()), Prompts.hasTag(tags));
          }
          rows.insert(name, description, clock.getAsLong());
          tags.forEach(tag -> rows.setTag(name, tag));
          return rows.get(name);
        });
  }

  /** A model with all that belongs to it. */
  public RegisteredModel get(String name) {
    RegistryNames.checkModel(name);
    return database.readTogether(handle -> new ModelRows(handle).get(name));
  }

  /** Describes a model anew. */
  public RegisteredModel update(String name, String description) {
    RegistryNames.checkModel(name);
    return database.write(
        handle -> {
          ModelRows rows = new ModelRows(handle);
          rows.require(name);
          rows.describe(name, description, clock.getAsLong());
          return rows.get(name);
        });
  }

  /** Gives a model another name; versions, tags and aliases stay with it. */
  public RegisteredModel rename(String name, String newName) {
    RegistryNames.checkModel(newName, "new_name");
    RegistryNames.checkModel(name);
    return database.write(
        handle -> {
          ModelRows rows = new ModelRows(handle);
          rows.require(name);
          if (!newName.equals(name) && rows.find(newName).isPresent()) {
            throw TrackingException.exists("Registered Model (name=%s) already exists.", newName);
          }
          rows.rename(name, newName, clock.getAsLong());
          return rows.get(newName);
        });
  }

  /** Deletes a model with its versions, tags and aliases; its files stay where they are. */
  public void delete(String name) {
    RegistryNames.checkModel(name);
    database.change(
        handle -> {
          ModelRows rows = new ModelRows(handle);
          rows.require(name);
          rows.delete(name);
        });
  }

  /**
   * The newest version of each stage, with aliases.
   *
   * @param stages which stages, in any case; none for all
   */
  public List<ModelVersion> latest(String name, List<String> stages) {
    RegistryNames.checkModel(name);
    return database.readTogether(
        handle -> {
          List<ModelVersion> latest = new ModelRows(handle).get(name).latestVersions();
          Set<String> wanted =
              stages.stream().map(stage -> Stage.of(stage).label()).collect(Collectors.toSet());
          return new VersionRows(handle)
              .withAliases(
                  latest.stream()
                      .filter(version -> wanted.isEmpty() || wanted.contains(version.stage()))
                      .toList());
        });
  }

  /** Sets a tag. */
  public void setTag(String name, KeyValue tag) {
    RegistryNames.checkModel(name);
    RegistryNames.checkModelTag(tag);
    database.change(
        handle -> {
          ModelRows rows = new ModelRows(handle);
          rows.require(name);
          rows.setTag(name, tag);
        });
  }

  /** Removes a tag, if it is there. */
  public void deleteTag(String name, String key) {
    RegistryNames.checkModel(name);
    Names.check(key, "key");
    database.change(
        handle -> {
          ModelRows rows = new ModelRows(handle);
          rows.require(name);
          rows.deleteTag(name, key);
        });
  }
}
