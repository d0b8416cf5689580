/**
 * Relations between what was expected and what came: all numbers negated, in logs, a hundredfold;
 * texts in another case; rows that lack whatever has a null. Each is worded as what the numbers
 * show, and named only if all of them do.
 *
 * <p>Uses {@code cause} and {@code check.compare} of ours.
 */
@NullMarked
package dev.kindling.cause.relation;

import org.jspecify.annotations.NullMarked;
