package dev.kindling.tracking.registry;

import dev.kindling.tracking.protocol.KeyValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a registered model. What may be null is unset.
 *
 * @param creationTime in epoch milliseconds, or null
 * @param lastUpdatedTime in epoch milliseconds, or null
 * @param description or null
 * @param userId or null
 * @param stage as stored, such as {@code Production}
 * @param source where it was registered from, or null
 * @param runId the run that made it; empty or null if none is known
 * @param status such as {@code READY}, or null
 * @param statusMessage or null
 * @param runLink or null
 * @param storageLocation where its files are; null for the source
 */
public record ModelVersion(
    String name,
    long version,
    @Nullable Long creationTime,
    @Nullable Long lastUpdatedTime,
    String description,
    String userId,
    String stage,
    String source,
    String runId,
    String status,
    String statusMessage,
    String runLink,
    String storageLocation,
    List<KeyValue> tags,
    List<String> aliases) {

  /** Which version this is. */
  public VersionKey key() {
    return new VersionKey(name, version);
  }

  /** Where its files are. */
  public String downloadUri() {
    return storageLocation == null || storageLocation.isEmpty() ? source : storageLocation;
  }

  ModelVersion with(List<KeyValue> newTags, List<String> newAliases) {
    return new ModelVersion(
        name,
        version,
        creationTime,
        lastUpdatedTime,
        description,
        userId,
        stage,
        source,
        runId,
        status,
        statusMessage,
        runLink,
        storageLocation,
        newTags,
        newAliases);
  }
}
