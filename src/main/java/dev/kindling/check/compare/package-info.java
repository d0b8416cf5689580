/**
 * How values, rows and schemas are compared, and how a difference is shown. Works on values that
 * have been collected already: nothing here starts a Spark job. Depends on {@code data} and on
 * Spark's types.
 */
package dev.kindling.check.compare;
