/**
 * Measures what users feel, on the machine at hand: every figure beside another way to do the same
 * work, in one run.
 *
 * <p>Uses {@code compile}, {@code lab}, {@code result} and {@code workbench} of ours.
 */
@NullMarked
package dev.kindling.bench;

import org.jspecify.annotations.NullMarked;
