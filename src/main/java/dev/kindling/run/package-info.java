/**
 * The worker: a JVM with a warm Spark session that holds one answer at a time and runs its checks.
 * Depends on {@code check}, {@code data}, {@code spark}, {@code result} and {@code lab}.
 */
package dev.kindling.run;
