/**
 * Why a wrong answer is wrong, found in three ways: known mistakes are run in its place, the
 * solution is run on changed inputs, and what was expected is held against what came. Knows no lab;
 * depends on {@code check}, {@code check.compare} and {@code lab}.
 */
package dev.kindling.cause;
