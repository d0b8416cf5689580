/**
 * How values, rows and schemas are compared, and how a difference is shown. Works on values that
 * have been collected already: nothing here starts a Spark job. Knows Spark's types.
 *
 * <p>Uses {@code data} of ours.
 */
@NullMarked
package dev.kindling.check.compare;

import org.jspecify.annotations.NullMarked;
