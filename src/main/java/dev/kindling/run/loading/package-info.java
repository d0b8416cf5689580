/**
 * Class loaders of the worker, from the class path down: {@link
 * dev.kindling.run.loading.ClassPathClasses}, one for each lab, one for each answer, and the one
 * that Spark's executor makes for a session. All an answer does goes through the last.
 *
 * <p>Uses nothing else of ours.
 */
@NullMarked
package dev.kindling.run.loading;

import org.jspecify.annotations.NullMarked;
