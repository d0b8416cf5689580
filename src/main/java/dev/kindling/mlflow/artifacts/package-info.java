/**
 * Artifacts of runs and models without Python: to log, list and download them over HTTP or in the
 * file system, and the program that the stock Java client starts for it. Depends on {@code
 * mlflow.rest}; no Spark, and few classes, since that program must start fast.
 */
package dev.kindling.mlflow.artifacts;
