/**
 * MLflow from Java beyond what the stock client can do: the model registry with writes and aliases,
 * Spark models in MLflow's own layout with signatures and input examples, dataset inputs, and
 * searches over all pages. Names are those of MLflow; values are the stock client's own types.
 * Depends on {@code mlflow.rest} and {@code mlflow.artifacts}.
 */
package dev.kindling.mlflow;
