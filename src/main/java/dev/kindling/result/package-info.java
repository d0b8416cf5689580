/**
 * Verdicts, scores, results and progress: the words in which a run is told, and the files that
 * remember it. Plain data, no Spark; depends on {@code lab} alone.
 */
package dev.kindling.result;
