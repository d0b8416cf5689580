package dev.kindling.tracking.registry;

/** A name that points to one version of a model. */
public record ModelAlias(String alias, long version) {}
