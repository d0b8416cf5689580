/**
 * Registered models, their versions, stages, aliases and tags. May use the protocol, the store, and
 * of artifacts only where a run keeps its own.
 */
package dev.kindling.tracking.registry;
