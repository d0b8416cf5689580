/**
 * Where a learner stands in the course: working copies, progress, hints and the next step. Files
 * and records only; depends on {@code lab} and {@code result} alone.
 */
package dev.kindling.cli.course;
