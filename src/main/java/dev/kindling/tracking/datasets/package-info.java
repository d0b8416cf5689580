/** Datasets, and which runs they are inputs of. */
package dev.kindling.tracking.datasets;
