/**
 * What MLflow's Java client lacks, in MLflow's own terms: the model registry, Spark models in
 * MLflow's layout, dataset inputs.
 */
package dev.kindling.mlflow;
