package dev.kindling.result;

import org.jspecify.annotations.Nullable;

/**
 * What a result was made with.
 *
 * @param spark Spark's version
 * @param java Java's version
 * @param seed the seed of the data
 */
public record Environment(@Nullable String spark, String java, long seed) {}
