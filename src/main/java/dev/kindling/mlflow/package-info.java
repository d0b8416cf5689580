/**
 * MLflow from Java beyond what the stock client can do: the model registry with writes and aliases,
 * Spark models in MLflow's own layout with signatures and input examples, dataset inputs, and
 * searches over all pages. Names are those of MLflow; values are the stock client's own types.
 *
 * <p>Uses {@code mlflow.artifacts} and {@code mlflow.rest} of ours.
 */
@NullMarked
package dev.kindling.mlflow;

import org.jspecify.annotations.NullMarked;
