/**
 * The worker: a JVM with a warm Spark session that holds one answer at a time and runs its checks.
 *
 * <p>Uses {@code cause}, {@code cause.relation}, {@code check}, {@code check.errors}, {@code data},
 * {@code lab}, {@code mlflow}, {@code plot}, {@code plot.page}, {@code plot.spec}, {@code
 * plot.tree}, {@code profile}, {@code profile.report}, {@code result}, {@code run.loading}, {@code
 * run.protocol} and {@code spark} of ours.
 */
@NullMarked
package dev.kindling.run;

import org.jspecify.annotations.NullMarked;
