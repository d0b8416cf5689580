/**
 * The connection to an MLflow server: address, credentials, calls and the one kind of error. Knows
 * neither Spark nor the stock client, so that it starts fast.
 *
 * <p>Uses nothing else of ours.
 */
@NullMarked
package dev.kindling.mlflow.rest;

import org.jspecify.annotations.NullMarked;
