/**
 * Why a wrong answer is wrong, found in three ways: known mistakes are run in its place, the
 * solution is run on changed inputs, and what was expected is held against what came. Knows no lab.
 *
 * <p>Uses {@code check}, {@code check.compare} and {@code lab} of ours.
 */
@NullMarked
package dev.kindling.cause;

import org.jspecify.annotations.NullMarked;
