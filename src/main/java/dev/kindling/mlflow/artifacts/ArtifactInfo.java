package dev.kindling.mlflow.artifacts;

/**
 * One entry of a listing.
 *
 * @param path from the root of the run or the model
 * @param directory whether it is a folder
 * @param size in bytes; 0 for a folder
 */
public record ArtifactInfo(ArtifactPath path, boolean directory, long size) {}
