/**
 * The language of checks: what an answer is expected to return, which mistakes are known, and how a
 * difference is told.
 *
 * <p>Uses {@code check.compare}, {@code check.errors}, {@code data}, {@code lab} and {@code mlflow}
 * of ours.
 */
@NullMarked
package dev.kindling.check;

import org.jspecify.annotations.NullMarked;
