/** Measures a profile beside Spark's own summary of the same frame. */
package dev.kindling.bench.profile;
