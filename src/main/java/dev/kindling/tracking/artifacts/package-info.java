/**
 * Files of runs and models: kept in one folder, which nothing that is asked for leads out of. May
 * use the protocol and the store.
 */
package dev.kindling.tracking.artifacts;
