/**
 * Verdicts, scores, results and progress: the words in which a run is told, and the files that
 * remember it. Plain data, no Spark.
 *
 * <p>Uses {@code lab} of ours.
 */
@NullMarked
package dev.kindling.result;

import org.jspecify.annotations.NullMarked;
