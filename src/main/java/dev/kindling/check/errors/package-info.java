/**
 * The errors of Spark, Delta, MLflow's server and Java in a learner's words: the learner's own
 * line, what happened in one sentence, and one next step. Knows Spark and Delta.
 *
 * <p>Uses nothing else of ours.
 */
@NullMarked
package dev.kindling.check.errors;

import org.jspecify.annotations.NullMarked;
