package dev.kindling.tracking.registry;

import dev.kindling.tracking.protocol.KeyValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered model.
 *
 * @param creationTime in epoch milliseconds, or null
 * @param lastUpdatedTime in epoch milliseconds, or null
 * @param description or null
 * @param latestVersions the newest version of each stage that has one, without their aliases
 * @param aliases in the order of their names
 */
public record RegisteredModel(
    String name,
    @Nullable Long creationTime,
    @Nullable Long lastUpdatedTime,
    String description,
    List<ModelVersion> latestVersions,
    List<KeyValue> tags,
    List<ModelAlias> aliases) {

  /** Whether it holds the versions of a prompt. */
  boolean isPrompt() {
    return Prompts.isPrompt(tags);
  }
}
