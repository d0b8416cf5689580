/**
 * Mathematics that labs compare answers with, in plain Java on commons-math3 and without Spark:
 * regressions, components, correlations, tests. Arrays and tables go in, numbers come out.
 *
 * <p>Uses {@code data} of ours.
 */
@NullMarked
package dev.kindling.reference;

import org.jspecify.annotations.NullMarked;
