/**
 * Relations between what was expected and what came: all numbers negated, in logs, a hundredfold;
 * texts in another case; rows that lack whatever has a null. Each is worded as what the numbers
 * show, and named only if all of them do.
 */
package dev.kindling.cause.relation;
