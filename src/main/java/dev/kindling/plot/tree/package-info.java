/**
 * Decision trees as data, and as lines of a terminal. Knows no Spark.
 *
 * <p>Uses nothing else of ours.
 */
@NullMarked
package dev.kindling.plot.tree;

import org.jspecify.annotations.NullMarked;
