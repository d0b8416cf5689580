/**
 * Our tracking server against the real MLflow: the same HTTP calls to both, the answers compared.
 *
 * <p>What is called stands in {@code src/test/resources/contract/scenarios}, what the real server
 * said in {@code contract/recorded}, and where we differ on purpose in {@code
 * contract/known-differences.json}. Nothing outside this package may depend on it.
 */
package dev.kindling.tracking.contract;
