/**
 * Small changes of a solution's byte code, made with PIT's engine, each with the tasks that it can
 * matter to. Reads classes and loads none.
 *
 * <p>Uses {@code compile} and {@code lab} of ours.
 */
@NullMarked
package dev.kindling.mutants;

import org.jspecify.annotations.NullMarked;
