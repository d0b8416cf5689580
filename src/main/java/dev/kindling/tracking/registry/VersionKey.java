package dev.kindling.tracking.registry;

/** Which version of which model. */
public record VersionKey(String name, long version) {}
