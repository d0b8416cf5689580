/**
 * Mathematics that labs compare answers with, in plain Java on commons-math3 and without Spark:
 * regressions, components, correlations, tests. Arrays and tables go in, numbers come out. Depends
 * on {@code data}.
 */
package dev.kindling.reference;
