/**
 * Artifacts of runs and models without Python: to log, list and download them over HTTP or in the
 * file system, and the program that the stock Java client starts for it. No Spark, and few classes,
 * since that program must start fast.
 *
 * <p>Uses {@code mlflow.rest} of ours.
 */
@NullMarked
package dev.kindling.mlflow.artifacts;

import org.jspecify.annotations.NullMarked;
