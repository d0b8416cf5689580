/**
 * What workbench and worker say to each other: lines of JSON over the worker's standard streams.
 * Loads no Spark class, so both sides may use it.
 *
 * <p>Uses {@code lab} and {@code result} of ours.
 */
@NullMarked
package dev.kindling.run.protocol;

import org.jspecify.annotations.NullMarked;
