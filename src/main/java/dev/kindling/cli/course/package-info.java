/**
 * Where a learner stands in the course: working copies, progress, hints and the next step. Files
 * and records only.
 *
 * <p>Uses {@code lab} and {@code result} of ours.
 */
@NullMarked
package dev.kindling.cli.course;

import org.jspecify.annotations.NullMarked;
