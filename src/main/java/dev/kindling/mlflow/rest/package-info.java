/**
 * The connection to an MLflow server: address, credentials, calls and the one kind of error. Knows
 * neither Spark nor the stock client, and depends on nothing else of ours, so that it starts fast.
 */
package dev.kindling.mlflow.rest;
