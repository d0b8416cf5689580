/**
 * The one place that says how Kindling configures a local Spark. The worker, checks that run from
 * an IDE's gutter, and tests all start their session here, so a check sees the same Spark
 * everywhere.
 *
 * <p>Uses nothing else of ours.
 */
@NullMarked
package dev.kindling.spark;

import org.jspecify.annotations.NullMarked;
