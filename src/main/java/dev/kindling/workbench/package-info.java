/**
 * The long-lived local process: watches files, compiles answers, drives the worker, and streams
 * what happens. Never loads a Spark class; the same service runs inside the command with {@code
 * --no-workbench}.
 *
 * <p>Uses {@code compile}, {@code lab}, {@code result}, {@code run.protocol}, {@code spark}, {@code
 * tracking} and {@code tracking.store} of ours.
 */
@NullMarked
package dev.kindling.workbench;

import org.jspecify.annotations.NullMarked;
